import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LONGEST_LINKED } from '../link/family-link';
import * as common from '../messages/ru/common';
import * as words from '../messages/ru/family';
import { removeChild, saveChild } from '../storage/change-children';
import { nameOfChild, type Child } from '../storage/children';
import { controls } from './controls';

const AGES = { under14: words.ageUnder14, from14: words.ageFrom14 };

const NEW_CHILD: Child = { id: '', name: '', className: '', school: '', inviteCode: '' };

/**
 * Adds a child by hand, changes or removes it.
 * @fires children-change - when that has been kept
 * @fires form-close - when the form is answered
 */
export class ChildForm extends LitElement {
  static override properties = {
    child: { attribute: false },
    isRemoving: { state: true },
    message: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-block: 0.5rem;
        padding: 0.8rem 1rem;
        border: 2px solid var(--ink);
        border-radius: 12px;
        background: var(--sheet);
      }
      label {
        margin-bottom: 0.75rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      p {
        margin: 0.3rem 0 0.75rem;
      }
      .code {
        font-family: ui-monospace, Consolas, monospace;
      }
      .quiet {
        color: var(--quiet);
        font-size: 0.95rem;
      }
    `,
  ];

  declare child: Child;
  declare private isRemoving: boolean;
  declare private message: string;
  private isKeeping = false;

  constructor() {
    super();
    this.child = NEW_CHILD;
    this.isRemoving = false;
    this.message = '';
  }

  override updated(changed: PropertyValues): void {
    // The question is shorter than the form, and would stay above the screen.
    if (!changed.has('isRemoving')) return;
    this.renderRoot.querySelector<HTMLElement>('input, [tabindex]')?.focus();
  }

  override render(): TemplateResult {
    return html`
      ${this.isRemoving ? this.renderRemoval() : this.renderFields()}
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
      </div>
    `;
  }

  private renderFields(): TemplateResult {
    const { id, name, className, inviteCode, age } = this.child;
    return html`<form @submit=${this.save}>
      <label
        >${words.nameOrLabel}
        <input name="name" .value=${name} maxlength="40" autocomplete="off" />
      </label>
      <label
        >${words.className}
        <input
          name="className"
          .value=${className}
          maxlength=${LONGEST_LINKED.className}
          autocomplete="off"
        />
      </label>
      <label
        >${words.howOld}
        <select name="age">
          <option value="">${words.notSaid}</option>
          ${Object.entries(AGES).map(
            ([value, title]) =>
              html`<option value=${value} ?selected=${value === age}>${title}</option>`,
          )}
        </select>
      </label>
      <label
        >${words.codeIfGiven}
        <input
          class="code"
          name="inviteCode"
          .value=${inviteCode}
          maxlength=${LONGEST_LINKED.inviteCode}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
        />
      </label>
      <p class="quiet">${words.staysHere}</p>
      <div class="row">
        <button type="submit">${common.save}</button>
        <button type="button" class="plain" @click=${this.close}>${common.cancel}</button>
        ${
          id === ''
            ? nothing
            : html`<button
                type="button"
                class="plain"
                @click=${() => {
                  this.isRemoving = true;
                }}
              >
                ${common.remove}
              </button>`
        }
      </div>
    </form>`;
  }

  private renderRemoval(): TemplateResult {
    return html`<p tabindex="-1">
        ${words.removeQuestion(nameOfChild(this.child))}
      </p>
      <div class="row">
        <button type="button" @click=${this.removeForGood}>${common.remove}</button>
        <button
          type="button"
          class="plain"
          @click=${() => {
            this.isRemoving = false;
          }}
        >
          ${common.keep}
        </button>
      </div>`;
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const field = (name: string): string => (form.get(name) as string).trim();
    const { age: _previous, ...others } = this.child;
    const age = field('age');
    const child: Child = {
      ...others,
      ...((age === 'under14' || age === 'from14') && { age }),
      name: field('name'),
      className: field('className'),
      inviteCode: field('inviteCode'),
    };
    if (child.name + child.className + child.inviteCode === '') {
      this.message = words.nothingEntered;
      return;
    }
    await this.keep(() => saveChild(child));
  };

  private readonly removeForGood = (): Promise<void> => this.keep(() => removeChild(this.child.id));

  private async keep(work: () => Promise<void>): Promise<void> {
    // The second press of a double click is no second child.
    if (this.isKeeping) return;
    this.isKeeping = true;
    try {
      await work();
      this.dispatchEvent(new CustomEvent('children-change', { bubbles: true, composed: true }));
      this.close();
    } catch {
      this.message = words.childNotSaved;
    }
    this.isKeeping = false;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('form-close'));
  };
}

customElements.define('child-form', ChildForm);
