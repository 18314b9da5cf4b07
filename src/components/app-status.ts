import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { applyUpdate, onOfflineState, type OfflineState } from '../offline/offline';
import { controls } from './controls';

/** Chrome's event that an app can be installed; not in the DOM's types, since other engines lack it. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

/** Says when the pages are ready without a network, offers an update, and the installation after the first use. */
export class AppStatus extends LitElement {
  static override properties = {
    offline: { state: true },
    installable: { state: true },
    used: { state: true },
  };

  static override styles = [
    controls,
    css`
      .bar {
        position: fixed;
        inset: auto 0 0;
        z-index: 2;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 0.5rem 1rem;
        padding: 0.7rem 1rem calc(0.7rem + env(safe-area-inset-bottom));
        background: var(--note-paper);
        border-top: 2px solid var(--ink);
      }
      .quiet {
        width: min(100%, 44rem);
        margin: 0 auto;
        padding: 0 1rem 1rem;
        color: var(--quiet);
        font-size: 0.95rem;
      }
      .install {
        width: min(100%, 44rem);
        margin: 0 auto;
        padding: 0 1rem 1rem;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  declare private offline: OfflineState;
  declare private installable: BeforeInstallPromptEvent | undefined;
  /** Whether the reader has ticked something: before that, an offer to install is noise. */
  declare private used: boolean;
  private forget: (() => void) | undefined;

  constructor() {
    super();
    this.offline = 'unknown';
    this.installable = undefined;
    this.used = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.forget = onOfflineState((state) => {
      this.offline = state;
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

  private readonly keepPrompt = (event: Event): void => {
    event.preventDefault();
    this.installable = event as BeforeInstallPromptEvent;
  };

  private readonly noticeUse = (event: Event): void => {
    if (event.target instanceof HTMLInputElement && event.target.matches('.step > input')) {
      this.used = true;
    }
  };

  override render(): TemplateResult {
    return html`
      ${this.used ? this.renderInstall() : nothing}
      <p class="quiet" role="status">
        ${this.offline === 'ready' ? '✓ Готово к работе без интернета' : nothing}
      </p>
      ${this.renderUpdate()}
    `;
  }

  private renderInstall(): TemplateResult | typeof nothing {
    if (this.installable) {
      return html`<div class="install">
        <button type="button" class="plain" @click=${this.install}>
          Добавить Памятку на экран телефона
        </button>
      </div>`;
    }
    if (!isAppleOutsideApp()) return nothing;
    return html`<p class="install">
      Чтобы Памятка всегда была под рукой и галочки не пропали, нажмите в Safari «Поделиться», затем
      «На экран „Домой“».
    </p>`;
  }

  private renderUpdate(): TemplateResult | typeof nothing {
    switch (this.offline) {
      case 'update-waiting':
        return html`<div class="bar" role="status">
          <span>Вышла новая версия Памятки. Галочки сохранятся.</span>
          <button type="button" @click=${applyUpdate}>Обновить</button>
        </div>`;
      case 'changed':
        return html`<div class="bar" role="status">
          <span>Памятка обновилась в другом окне.</span>
          <button
            type="button"
            @click=${() => {
              location.reload();
            }}
          >
            Открыть заново
          </button>
        </div>`;
      default:
        return nothing;
    }
  }

  private readonly install = (): void => {
    const { installable } = this;
    this.installable = undefined;
    void installable?.prompt();
  };
}

/** An iPhone or iPad that shows the page in Safari: only its own menu can install. */
function isAppleOutsideApp(): boolean {
  return 'standalone' in navigator && navigator.standalone === false;
}

customElements.define('app-status', AppStatus);
