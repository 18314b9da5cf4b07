import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CompiledOwn } from '../guide/draft-client';
import * as common from '../messages/ru/common';
import * as words from '../messages/ru/own';
import './guide-view';
import { renderSaid } from './own-words';
import './unverified-frame';

/** More nobody reads one by one. */
const SHOWN_PROBLEMS = 10;

/**
 * Shows what came in a file, and asks whether it is to be kept.
 * @fires own-add - keep it
 * @fires own-replace - keep it in the place of the guide of that title
 * @fires own-refuse - leave all as it is
 */
export class OwnPreview extends LitElement {
  static override properties = {
    name: { attribute: false },
    compiled: { attribute: false },
    pictures: { attribute: false },
    hasSameTitle: { attribute: false },
  };

  /** Of the file. */
  declare name: string;
  declare compiled: CompiledOwn | undefined;
  declare pictures: Readonly<Record<string, string>>;
  /** A guide of this title is kept already. */
  declare hasSameTitle: boolean;

  constructor() {
    super();
    this.name = '';
    this.compiled = undefined;
    this.pictures = {};
    this.hasSameTitle = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector('h2')?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { compiled } = this;
    if (!compiled) return nothing;
    const { guide } = compiled;
    if (!guide) return this.renderProblems(compiled);
    return html`<h2 tabindex="-1">${words.addQuestion}</h2>
      <p>
        ${words.fileFrom(this.name)}
      </p>
      ${
        this.hasSameTitle
          ? html`<p>
              ${words.alreadyAdded}
            </p>`
          : nothing
      }
      <p class="actions">
        ${this.hasSameTitle ? this.button('own-replace', words.replace) : nothing}
        ${this.button('own-add', this.hasSameTitle ? words.addApart : words.add, this.hasSameTitle)}
        ${this.button('own-refuse', words.doNotAdd, true)}
      </p>
      <unverified-frame>
        <h2>${guide.title}</h2>
        ${renderSaid(compiled)}
        <guide-view .guide=${guide} .pictures=${this.pictures} .isForeign=${true}></guide-view>
      </unverified-frame>`;
  }

  private renderProblems({ problems }: CompiledOwn): TemplateResult {
    const more = problems.length - SHOWN_PROBLEMS;
    return html`<h2 tabindex="-1">${words.fileNotGuide(this.name)}</h2>
      <p>
        ${words.sendList}
        <a href="../author/">${words.inEditor}</a>.
      </p>
      <ul>
        ${problems
          .slice(0, SHOWN_PROBLEMS)
          .map(({ line, message }) => html`<li>${words.lineIs(line, message)}</li>`)}
      </ul>
      ${more > 0 ? html`<p>${words.moreErrors(more)}</p>` : nothing}
      <p class="actions">${this.button('own-refuse', common.gotIt, true)}</p>`;
  }

  private button(event: string, label: string, isPlain = false): TemplateResult {
    return html`<button
      type="button"
      class=${isPlain ? 'plain' : ''}
      @click=${() => this.dispatchEvent(new CustomEvent(event))}
    >
      ${label}
    </button>`;
  }
}

customElements.define('own-preview', OwnPreview);
