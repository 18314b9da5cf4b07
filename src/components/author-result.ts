import { html, LitElement, type TemplateResult } from 'lit';
import type { Guide, Region } from '../guide';
import * as words from '../messages/ru/author';
import './guide-memo';
import './guide-view';

/** What a draft makes: the checklist, or the sheet for printing. */
export class AuthorResult extends LitElement {
  static override properties = {
    guide: { attribute: false },
    region: { attribute: false },
    pictures: { attribute: false },
    isSheet: { attribute: false },
  };

  declare guide: Guide | undefined;
  /** Whose contacts stand on the sheet. */
  declare region: Region | undefined;
  /** Addresses of the draft's own pictures. */
  declare pictures: Readonly<Record<string, string>>;
  declare isSheet: boolean;

  constructor() {
    super();
    this.guide = undefined;
    this.region = undefined;
    this.pictures = {};
    this.isSheet = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const { guide } = this;
    if (!guide) {
      return html`<p class="quiet">
        ${words.resultAppearsHere}
      </p>`;
    }
    return this.isSheet
      ? html`<guide-memo .guide=${guide} .region=${this.region}></guide-memo>`
      : html`<h2>${guide.title}</h2>
          <guide-view .guide=${guide} .pictures=${this.picturesOf(guide)}></guide-view>`;
  }

  /** The draft's own pictures, else those of the site. */
  private picturesOf(guide: Guide): Record<string, string> {
    const { root = './' } = document.documentElement.dataset;
    const sources = JSON.stringify(guide).matchAll(/"source":"(pictures\/[a-z0-9-]+\.svg)"/g);
    return {
      ...Object.fromEntries(
        [...sources].map(([, source = '']) => [source, `${root}${guide.region}/${source}`]),
      ),
      ...this.pictures,
    };
  }
}

customElements.define('author-result', AuthorResult);
