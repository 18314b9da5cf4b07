import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/about';
import { countFiles, type FileCount } from '../offline/count-files';
import { fetchMissing, onOfflineState, type OfflineState } from '../offline/offline';
import { checkStorage, type StorageState } from '../storage/health';
import { persist, persistence, type Persistence } from '../storage/persistence';
import type { AppStatus } from './app-status';
import { controls } from './controls';
import { askToInstall, isInstalled } from './install-prompt';

/** How often a count is renewed while files arrive, in milliseconds. */
const PACE = 1_000;

const KEPT: Record<Persistence | 'refused', string> = {
  kept: words.persistenceKept,
  'at-risk': words.persistenceAtRisk,
  refused: words.persistenceRefused,
  unknown: words.persistenceUnknown,
};

const FAULTS: Partial<Record<StorageState, string>> = {
  unavailable: words.storageUnavailable,
  failed: words.storageFailed,
};

/** Tells what of the app is on this device, as it is now, and does what is still to be done. */
export class ThisDevice extends LitElement {
  static override properties = {
    offline: { state: true },
    count: { state: true },
    isFetching: { state: true },
    storage: { state: true },
    kept: { state: true },
    prompt: { state: true },
    installed: { state: true },
  };

  static override styles = [
    controls,
    css`
      h3 {
        margin: 1.2rem 0 0.3rem;
        font-size: 1.1rem;
      }
      p {
        margin: 0 0 0.6rem;
      }
      .done {
        color: var(--done);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  declare private offline: OfflineState;
  declare private count: FileCount | undefined;
  /** The reader has asked for what is missing. */
  declare private isFetching: boolean;
  declare private storage: StorageState | undefined;
  declare private kept: Persistence | 'refused' | undefined;
  /** Chrome's `beforeinstallprompt`. */
  declare private prompt: Event | undefined;
  declare private installed: boolean;
  private forget: (() => void) | undefined;
  private timer = 0;

  constructor() {
    super();
    this.offline = 'unknown';
    this.count = undefined;
    this.isFetching = false;
    this.storage = undefined;
    this.kept = undefined;
    // It may have come before this element.
    this.prompt = document.querySelector<AppStatus>('app-status')?.prompt;
    this.installed = isInstalled();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.forget = onOfflineState((state) => {
      this.offline = state;
      void this.recount();
    });
    window.addEventListener('beforeinstallprompt', this.keepPrompt);
    window.addEventListener('appinstalled', this.onInstalled);
    document.addEventListener('visibilitychange', this.onReturn);
    void checkStorage().then((state) => {
      this.storage = state;
    });
    void import('./storage-fault').then(({ tellLoss }) => tellLoss());
    void persistence().then((state) => {
      this.kept = state;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget?.();
    clearTimeout(this.timer);
    window.removeEventListener('beforeinstallprompt', this.keepPrompt);
    window.removeEventListener('appinstalled', this.onInstalled);
    document.removeEventListener('visibilitychange', this.onReturn);
  }

  override render(): TemplateResult {
    return html`
      <h3>${words.offline}</h3>
      <div role="status">${this.renderOffline()}</div>
      <h3>${words.records}</h3>
      <div role="status">${this.renderStorage()}</div>
      <h3>${words.icon}</h3>
      <div role="status">${this.renderInstall()}</div>
    `;
  }

  /** The count is the truth of this moment; without one the worker's own word holds. */
  private renderOffline(): TemplateResult {
    const { count, offline } = this;
    const kept = count && words.filesKept(count.total - count.missing, count.total);
    if (!('serviceWorker' in navigator)) {
      return html`<p>
        ${words.onlyOnline}
      </p>`;
    }
    if (offline === 'unknown' || this.isFetching) {
      return count
        ? html`<p>${words.fetchingPages} ${kept}</p>`
        : html`<p>${words.checkingPages}</p>`;
    }
    if (count ? count.missing === 0 : offline === 'ready') {
      return html`<p class="done">✓ ${count ? words.readyWithFiles(count.total) : words.ready}</p>`;
    }
    return html`<p>
        ${count ? words.someMissing(count.total - count.missing, count.total) : words.pagesNotKept}
      </p>
      <button type="button" @click=${this.fetch}>${words.fetchPages}</button>`;
  }

  private renderStorage(): TemplateResult | typeof nothing {
    const { storage, kept } = this;
    if (!storage || !kept) return nothing;
    const fault = FAULTS[storage];
    if (fault !== undefined) return html`<p>${fault}</p>`;
    return html`<p>${KEPT[kept]}</p>
      ${
        kept === 'at-risk' || kept === 'refused'
          ? html`<button type="button" class="plain" @click=${this.askToKeep}>
              ${words.askToKeep}
            </button>`
          : nothing
      }`;
  }

  private renderInstall(): TemplateResult {
    if (this.installed) return html`<p>${words.installed}</p>`;
    if (this.prompt) {
      return html`<p>${words.opensWithOneTouch}</p>
        <button type="button" @click=${this.install}>${words.addToScreen}</button>`;
    }
    return html`<p>${words.addItYourself} <a href="#install">${words.howToAdd}</a>.</p>`;
  }

  private readonly onReturn = (): void => {
    void this.recount();
  };

  private readonly recount = async (): Promise<void> => {
    clearTimeout(this.timer);
    this.count = await countFiles();
    clearTimeout(this.timer);
    if (this.isConnected && (this.offline === 'unknown' || this.isFetching)) {
      this.timer = window.setTimeout(this.onReturn, PACE);
    }
  };

  private readonly fetch = async (): Promise<void> => {
    this.isFetching = true;
    void this.recount();
    await fetchMissing();
    this.count = await countFiles();
    this.isFetching = false;
  };

  private readonly askToKeep = async (): Promise<void> => {
    const answer = await persist();
    this.kept = answer === 'at-risk' ? 'refused' : answer;
  };

  private readonly keepPrompt = (event: Event): void => {
    event.preventDefault();
    this.prompt = event;
  };

  private readonly install = async (): Promise<void> => {
    const { prompt } = this;
    this.prompt = undefined;
    if (prompt && (await askToInstall(prompt))) this.onInstalled();
  };

  private readonly onInstalled = (): void => {
    this.installed = true;
    void this.askToKeep();
  };
}

customElements.define('this-device', ThisDevice);
