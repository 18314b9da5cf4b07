import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Source } from './class-keeper';
import { controls } from './controls';

/** Why the page has let go of its list. */
export interface ClosedList {
  why: 'idle' | 'asked' | 'wiped';
  /** What opens it again; absent after a wipe. */
  source?: Source;
}

/**
 * Says where the list that the page has let go of is now.
 * @fires open-again - with its Source as the detail
 */
export class ClosedListNotice extends LitElement {
  static override properties = { closed: { attribute: false } };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0.5rem 0;
      }
      .done {
        color: var(--done);
        font-weight: 600;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  declare closed: ClosedList;

  override render(): TemplateResult {
    const { why, source } = this.closed;
    if (why === 'wiped' || !source) {
      return html`<p class="done" role="status">
        ✓ Стёрто. На этом компьютере не осталось ни одного списка. Файлы, которые вы скачали сами, удалите
        отдельно.
      </p>`;
    }
    return html`<div class="message" role="alert">
      <p>
        <strong>Список «${source.name}» закрыт.</strong>
        ${why === 'idle' ? 'Десять минут его никто не трогал.' : nothing}
        ${
          source.isAhead
            ? 'Последние изменения на диск не записались: они зашифрованы и ждут на этой странице. Не закрывайте её, впишите секретную фразу.'
            : 'Он сохранён. Чтобы продолжить, впишите секретную фразу.'
        }
      </p>
      <button
        type="button"
        @click=${() => this.dispatchEvent(new CustomEvent('open-again', { detail: source }))}
      >
        Открыть снова
      </button>
    </div>`;
  }
}

customElements.define('closed-list', ClosedListNotice);
