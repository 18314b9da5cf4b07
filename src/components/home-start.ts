import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/home';
import { withDatabase } from '../storage/database';
import { loadRegion } from '../storage/settings';
import { controls } from './controls';

/** «Продолжить» for somebody who has chosen a region before. */
export class HomeStart extends LitElement {
  static override properties = { region: { state: true } };

  static override styles = [
    controls,
    css`
      .button {
        display: flex;
        min-height: 3.2rem;
      }
    `,
  ];

  declare private region: { href: string; title: string } | undefined;

  constructor() {
    super();
    this.region = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.show();
    this.listOwn().catch(() => undefined);
  }

  /** Guides from files, for somebody who has any; without a network the link to them is enough. */
  private async listOwn(): Promise<void> {
    const place = document.querySelector<HTMLElement>('#page-own');
    const count = await withDatabase((database) => database.count('ownGuides'));
    if (!place || count === 0) return;
    const { showOwnGuides } = await import('./home-own');
    await showOwnGuides(place);
  }

  private async show(): Promise<void> {
    const region = await loadRegion();
    const card = document.querySelector<HTMLAnchorElement>(
      `[data-region="${CSS.escape(region ?? '')}"]`,
    );
    const title = card?.querySelector('strong')?.textContent;
    if (!card || !title) return;
    // The icon's shortcut «Продолжить»: the route knows the step.
    const { hash } = location;
    if (hash === '#page-continue') location.replace(card.href + hash);
    this.region = { href: card.href, title };
  }

  override render(): TemplateResult | typeof nothing {
    return this.region
      ? html`<p><a class="button" href=${this.region.href}>${words.goOnWith(this.region.title)}</a></p>`
      : nothing;
  }
}

customElements.define('home-start', HomeStart);
