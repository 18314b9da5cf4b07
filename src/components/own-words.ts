import { html, nothing, type TemplateResult } from 'lit';
import type { CompiledOwn } from '../guide/draft-client';
import * as words from '../messages/ru/own';

/** Quotes within quotes; what it says cannot end them and go on as the site's words. */
function quote(text = ''): string {
  return `«${text.replaceAll('«', '„').replaceAll('»', '“')}»`;
}

/** What a guide from a file says of itself: told as such, and never as the site's own words. */
export function renderSaid({ guide, isNamesake }: CompiledOwn): TemplateResult {
  return html`<p class="meta">
      ${words.saidInFile(quote(guide?.system), quote(guide?.source), guide?.verified.split('-').reverse().join('.') ?? '')}
    </p>
    ${
      isNamesake
        ? html`<p class="note warning">
            ${words.sameTitleHere}
            <a href="../">${words.allGuides}</a>${words.ifLookingForIt}
          </p>`
        : nothing
    }`;
}
