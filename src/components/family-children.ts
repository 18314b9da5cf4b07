import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/family';
import { onKeptChanged } from '../storage/changes';
import { loadChildren, nameOfChild, type Child } from '../storage/children';
import { controls } from './controls';

/** What the form is open for: a child, or a new one. */
type Editing = Child | 'new' | undefined;

/**
 * The children of the family: each has ticks and a code of its own. The form comes when it is
 * asked for.
 * @fires children-change - when one was added, changed or removed
 */
export class FamilyChildren extends LitElement {
  static override properties = {
    family: { state: true },
    editing: { state: true },
    message: { state: true },
  };

  static override styles = [
    controls,
    css`
      ul {
        margin: 0 0 0.75rem;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 1rem;
        padding-block: 0.5rem;
        border-bottom: 1px solid var(--line);
      }
      .child {
        flex: 1 1 9rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .code {
        font: 700 1.25rem/1.3 ui-monospace, Consolas, monospace;
        letter-spacing: 0.06em;
      }
      p {
        margin: 0.3rem 0;
      }
      child-form {
        flex: 1 0 100%;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  declare private family: readonly Child[];
  declare private editing: Editing;
  declare private message: string;
  private forgetChanges: (() => void) | undefined;

  constructor() {
    super();
    this.family = [];
    this.editing = undefined;
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.forgetChanges = onKeptChanged(this.show);
    document.addEventListener('children-change', this.show);
    this.show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetChanges?.();
    document.removeEventListener('children-change', this.show);
  }

  private readonly show = (): void => {
    void loadChildren().then((family) => {
      this.family = family;
    });
  };

  private async edit(child: Editing): Promise<void> {
    try {
      await import('./child-form');
      this.message = '';
      this.editing = child;
    } catch {
      this.message = words.formNotLoaded;
    }
  }

  /** The form is answered: back to the button that has opened it. */
  private readonly close = async (): Promise<void> => {
    const selector = this.editing === 'new' ? '.add' : `[data-id="${this.editing?.id ?? ''}"]`;
    this.editing = undefined;
    await this.updateComplete;
    const button = this.renderRoot.querySelector<HTMLElement>(selector);
    (button ?? this.renderRoot.querySelector<HTMLElement>('.add'))?.focus();
  };

  override render(): TemplateResult {
    return html`
      ${
        this.family.length === 0
          ? html`<p>
              ${words.twoOrMore}
            </p>`
          : html`<ul>
              ${this.family.map((child) => this.renderChild(child))}
            </ul>`
      }
      ${
        this.editing === 'new'
          ? html`<child-form @form-close=${this.close}></child-form>`
          : html`<button type="button" class="plain add" @click=${() => this.edit('new')}>
              ${words.addChild}
            </button>`
      }
      <p role="alert">${this.message}</p>
    `;
  }

  private renderChild(child: Child): TemplateResult {
    if (typeof this.editing === 'object' && this.editing.id === child.id) {
      return html`<li><child-form .child=${child} @form-close=${this.close}></child-form></li>`;
    }
    return html`<li>
      <div class="child">
        <strong>${nameOfChild(child)}</strong>
        ${child.inviteCode === '' ? nothing : html`<div class="code">${child.inviteCode}</div>`}
      </div>
      <button
        type="button"
        class="plain"
        data-id=${child.id}
        aria-label=${words.changeOf.replace('{name}', nameOfChild(child))}
        @click=${() => this.edit(child)}
      >
        ${words.change}
      </button>
    </li>`;
  }
}

customElements.define('family-children', FamilyChildren);
