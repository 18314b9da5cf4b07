import { html, nothing, type TemplateResult } from 'lit';
import type { CompiledOwn } from '../guide/draft-client';

/** Quotes within quotes; what it says cannot end them and go on as the site's words. */
function quote(text = ''): string {
  return `«${text.replaceAll('«', '„').replaceAll('»', '“')}»`;
}

/** What a guide from a file says of itself: told as such, and never as the site's own words. */
export function renderSaid({ guide, isNamesake }: CompiledOwn): TemplateResult {
  return html`<p class="meta">
      В файле сказано: сервис — ${quote(guide?.system)}, источник — ${quote(guide?.source)}, сверено
      ${guide?.verified.split('-').reverse().join('.')}.
    </p>
    ${
      isNamesake
        ? html`<p class="note warning">
            Так же называется памятка на этом сайте. Это не она: вернитесь ко
            <a href="../">всем памяткам</a>, если искали её.
          </p>`
        : nothing
    }`;
}
