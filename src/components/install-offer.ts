import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages';
import { declineInstall, isInstallDeclined } from '../storage/install-declined';
import { asksForPersistence, persist } from '../storage/persistence';
import { bar, makeRoomFor } from './bar';
import { controls } from './controls';
import { askToInstall, handInstall, isInstalled } from './install-prompt';
import { SIGNS } from './signs';

/** The words of the bar where only the browser's own menu can install. */
const BY_HAND = {
  apple: withSigns(words.installOnApple),
  android: withSigns(words.installOnAndroid),
};

/** Offers, after the first tick, to put the app on the screen; a no is for good. */
export class InstallOffer extends LitElement {
  static override properties = {
    prompt: { attribute: false },
    declined: { state: true },
    installed: { state: true },
  };

  static override styles = [
    controls,
    bar,
    css`
      svg {
        width: 1.4em;
        height: 1.4em;
        vertical-align: -0.35em;
        fill: none;
        stroke: var(--ink);
        stroke-width: 2.4;
        stroke-linecap: round;
      }
    `,
  ];

  /** The browser's `beforeinstallprompt`, once there has been one. */
  declare prompt: Event | undefined;
  /** Undefined until it has been looked up. */
  declare private declined: boolean | undefined;
  declare private installed: boolean;

  constructor() {
    super();
    this.prompt = undefined;
    this.declined = undefined;
    this.installed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('appinstalled', this.onInstalled);
    // There is something to keep now.
    if (!asksForPersistence()) void persist();
    void isInstallDeclined().then((declined) => {
      this.declined = declined;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('appinstalled', this.onInstalled);
    makeRoomFor(null);
  }

  override render(): TemplateResult {
    return html`<div role="status">${this.renderWords()}</div>`;
  }

  protected override updated(): void {
    makeRoomFor(this.renderRoot.querySelector<HTMLElement>('.bar'));
  }

  private renderWords(): TemplateResult | typeof nothing {
    if (this.installed) return this.renderBar(words.installed, nothing, words.understood);
    if (this.declined !== false || isInstalled()) return nothing;
    if (this.prompt) {
      return this.renderBar(
        words.offerInstall,
        html`<button type="button" @click=${this.install}>${words.install}</button>`,
        words.doNotInstall,
      );
    }
    const hand = handInstall();
    return hand ? this.renderBar(BY_HAND[hand], nothing, words.doNotShow) : nothing;
  }

  private renderBar(
    message: string | readonly unknown[],
    yes: TemplateResult | typeof nothing,
    no: string,
  ): TemplateResult {
    return html`<div class="bar">
      <p>${message}</p>
      <div class="answers">
        ${yes}<button type="button" class="plain" @click=${this.decline}>${no}</button>
      </div>
    </div>`;
  }

  private readonly install = async (): Promise<void> => {
    const { prompt } = this;
    this.prompt = undefined;
    // A no to the browser's own question may be a second thought: it is asked again another day.
    if (prompt && (await askToInstall(prompt))) this.onInstalled();
    else this.declined = true;
  };

  private readonly onInstalled = (): void => {
    this.installed = true;
    void persist();
  };

  private readonly decline = (): void => {
    this.installed = false;
    this.declined = true;
    void declineInstall();
  };
}

/** The words with a drawing for each `{name}` in them. */
function withSigns(message: string): unknown[] {
  return message
    .split(/[{}]/)
    .map((part, index) => (index % 2 === 0 ? part : sign(part as keyof typeof SIGNS)));
}

function sign(name: keyof typeof SIGNS): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${SIGNS[name]} /></svg>`;
}

customElements.define('install-offer', InstallOffer);
