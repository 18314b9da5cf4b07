import { html, LitElement, type TemplateResult } from 'lit';
import { describeCondition, describedConditions } from '../guide';
import * as authorWords from '../messages/ru/author';
import {
  insertCondition,
  insertPicture,
  insertSection,
  insertStep,
  insertTrail,
  insertWarning,
  type Insert,
} from './author-inserts';

/** Ages are compared, not named. */
const AGE: Record<string, string> = { under14: 'age<14', from14: 'age>=14' };

/** Each condition as authors write it, with its words. */
const CONDITIONS = describedConditions().map((term) => {
  const [value = ''] = term.values;
  return { source: AGE[value] ?? `${term.fact}=${value}`, words: describeCondition([term]) };
});

/**
 * Puts the parts of a guide in at the caret.
 * @fires insert - with what to insert
 * @fires files - with the pictures that the author chose
 */
export class AuthorTools extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    return html`<div class="author-row author-tools" role="group" aria-label=${authorWords.insert}>
      ${this.button(authorWords.section, insertSection)} ${this.button(authorWords.step, insertStep)}
      ${this.button(authorWords.warningNote, insertWarning)} ${this.button(authorWords.menuTrail, insertTrail)}
      ${this.button(authorWords.picture, insertPicture('pictures/risunok.svg'))}
      <label class="button plain file"
        >${authorWords.pictureFromFile}<input
          type="file"
          accept=".svg"
          @change=${(event: Event) => {
            const input = event.currentTarget as HTMLInputElement;
            this.dispatchEvent(new CustomEvent('files', { detail: [...(input.files ?? [])] }));
            input.value = '';
          }}
      /></label>
      <select
        aria-label=${authorWords.insertCondition}
        @change=${(event: Event) => {
          const select = event.currentTarget as HTMLSelectElement;
          this.insert(insertCondition(select.value));
          select.value = '';
        }}
      >
        <option value="">${authorWords.condition}</option>
        ${CONDITIONS.map(({ source, words }) => html`<option value=${source}>${words}</option>`)}
      </select>
    </div>`;
  }

  private button(words: string, insert: Insert): TemplateResult {
    return html`<button
      type="button"
      class="plain"
      @click=${() => {
        this.insert(insert);
      }}
    >
      ${words}
    </button>`;
  }

  private insert(insert: Insert): void {
    this.dispatchEvent(new CustomEvent('insert', { detail: insert }));
  }
}

customElements.define('author-tools', AuthorTools);
