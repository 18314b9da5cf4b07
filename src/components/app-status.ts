import './style-nonce';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages';
import { onOfflineState, type OfflineState } from '../offline/offline';

/** What stands at the foot of the window, each loaded when it is first wanted. */
type Bar = 'update' | 'install';

/**
 * Says when the pages are ready without a network, and brings the bars that offer an update or,
 * after the first tick, the installation.
 */
export class AppStatus extends LitElement {
  static override properties = {
    offline: { state: true },
    loaded: { state: true },
    prompt: { state: true },
  };

  static override styles = css`
    p {
      box-sizing: border-box;
      width: min(100%, 44rem);
      margin: 0 auto;
      padding: 0 1rem 1rem;
      color: var(--quiet);
      font-size: 0.95rem;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `;

  declare private offline: OfflineState;
  declare private loaded: readonly Bar[];
  /** Chrome's `beforeinstallprompt`, which comes once and early. */
  declare prompt: Event | undefined;
  private forget: (() => void) | undefined;

  constructor() {
    super();
    this.offline = 'unknown';
    this.loaded = [];
    this.prompt = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.forget = onOfflineState((state) => {
      this.offline = state;
      if (this.hasUpdate)
        void import('./update-bar').then(() => {
          this.show('update');
        });
    });
    window.addEventListener('beforeinstallprompt', this.keepPrompt);
    document.addEventListener('change', this.noticeUse);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget?.();
    window.removeEventListener('beforeinstallprompt', this.keepPrompt);
    document.removeEventListener('change', this.noticeUse);
  }

  private get hasUpdate(): boolean {
    return this.offline === 'update-waiting' || this.offline === 'changed';
  }

  private show(bar: Bar): void {
    this.loaded = [...this.loaded, bar];
  }

  private readonly keepPrompt = (event: Event): void => {
    event.preventDefault();
    this.prompt = event;
  };

  /** Before the first tick, an offer to install is noise. */
  private readonly noticeUse = (event: Event): void => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement && box.matches('.step > input'))) return;
    document.removeEventListener('change', this.noticeUse);
    void import('./install-offer').then(() => {
      this.show('install');
    });
  };

  override render(): TemplateResult {
    return html`
      <p role="status">
        ${this.offline === 'ready' ? words.readyOffline : nothing}
      </p>
      ${this.renderBar()}
    `;
  }

  /** One at a time, the update first. */
  private renderBar(): TemplateResult | typeof nothing {
    if (this.hasUpdate) {
      return this.loaded.includes('update')
        ? html`<update-bar .offline=${this.offline}></update-bar>`
        : nothing;
    }
    return this.loaded.includes('install')
      ? html`<install-offer .prompt=${this.prompt}></install-offer>`
      : nothing;
  }
}

customElements.define('app-status', AppStatus);
