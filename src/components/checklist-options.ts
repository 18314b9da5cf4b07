import { css, html, LitElement, type TemplateResult } from 'lit';
import { factsOf, type Guide, type Situation } from '../guide';
import * as words from '../messages/ru/memo';
import { checkBox } from './check-box';
import { controls } from './controls';
import { QUESTIONS } from './questions';

/** What a checklist shows of the reader. */
export interface ChecklistOptions {
  situation: Situation;
  /** Whether the steps done on this device are ticked. */
  withTicks: boolean;
}

/**
 * For whom a guide is printed as a checklist. Its fields stand in the form around it.
 * @fires checklist-change - with the ChecklistOptions
 */
export class ChecklistOptionsForm extends LitElement {
  static override properties = { options: { attribute: false }, guide: { attribute: false } };

  static override styles = [
    controls,
    checkBox,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  declare options: ChecklistOptions;
  declare guide: Guide | undefined;

  constructor() {
    super();
    this.options = { situation: {}, withTicks: false };
    this.guide = undefined;
  }

  override render(): TemplateResult {
    const { situation, withTicks } = this.options;
    const facts = this.guide ? factsOf(this.guide) : [];
    return html`${facts.map(
      (fact) =>
        html`<label
            >${QUESTIONS[fact].ask}
            <select
              name=${fact}
              @change=${(event: Event) => {
                const { value } = event.currentTarget as HTMLSelectElement;
                const { [fact]: _previous, ...others } = situation;
                this.fire({
                  withTicks,
                  situation: value === '' ? others : { ...others, [fact]: value },
                });
              }}
            >
              <option value="" .selected=${situation[fact] === undefined}>${words.forEveryone}</option>
              ${Object.entries(QUESTIONS[fact].answers).map(
                ([value, title]) =>
                  html`<option value=${value} .selected=${situation[fact] === value}>
                    ${title}
                  </option>`,
              )}
            </select>
          </label>`,
    )}
      <label class="check wide"
        ><input
          type="checkbox"
          .checked=${withTicks}
          @change=${(event: Event) => {
            const { checked } = event.currentTarget as HTMLInputElement;
            this.fire({ situation, withTicks: checked });
          }}
        />${words.withTicks}</label
      >`;
  }

  private fire(detail: ChecklistOptions): void {
    this.dispatchEvent(new CustomEvent('checklist-change', { detail }));
  }
}

customElements.define('checklist-options', ChecklistOptionsForm);
