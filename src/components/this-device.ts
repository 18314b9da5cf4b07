import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
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
  kept: '✓ Браузер обещал не удалять галочки и записи сам: стереть их можете только вы.',
  'at-risk': 'Когда на устройстве кончится место, браузер может удалить галочки и записи.',
  refused:
    'Браузер пока не обещает. Добавьте Памятку на экран и попросите ещё раз. А пока сохраните галочки в файл: «Перенести галочки на другой телефон» ниже.',
  unknown:
    'Браузер не говорит, может ли он удалить галочки и записи сам. Сохраните галочки в файл: «Перенести галочки на другой телефон» ниже.',
};

const FAULTS: Partial<Record<StorageState, string>> = {
  unavailable:
    'Галочки и записи здесь не сохраняются: браузер запретил сайту хранить данные. Разрешите их в настройках или напечатайте памятку.',
  failed:
    'Записи не открываются. Освободите место на устройстве, закройте другие окна Памятки и откройте эту страницу заново.',
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
      <h3>Без интернета</h3>
      <div role="status">${this.renderOffline()}</div>
      <h3>Галочки и записи</h3>
      <div role="status">${this.renderStorage()}</div>
      <h3>Значок на экране</h3>
      <div role="status">${this.renderInstall()}</div>
    `;
  }

  /** The count is the truth of this moment; without one the worker's own word holds. */
  private renderOffline(): TemplateResult {
    const { count, offline } = this;
    const kept = count && `Сохранено файлов: ${count.total - count.missing} из ${count.total}.`;
    if (!('serviceWorker' in navigator)) {
      return html`<p>
        Здесь памятки открываются только с интернетом: браузер не сохраняет страницы. Откройте
        Памятку в новой версии браузера и не в приватном окне или напечатайте нужное.
      </p>`;
    }
    if (offline === 'unknown' || this.isFetching) {
      return count
        ? html`<p>Страницы загружаются, не закрывайте Памятку. ${kept}</p>`
        : html`<p>Проверяем, все ли страницы сохранены…</p>`;
    }
    if (count ? count.missing === 0 : offline === 'ready') {
      return html`<p class="done">✓ Готово к работе без интернета: сохранены все памятки${count ? ` (файлов: ${count.total})` : ''}.</p>`;
    }
    return html`<p>
        ${
          count
            ? `Без интернета откроются не все страницы. ${kept} Подключитесь к интернету и докачайте остальное.`
            : 'Без интернета Памятка не откроется: страницы не сохранились. Проверьте связь, разрешите сайту хранить данные и попробуйте ещё раз.'
        }
      </p>
      <button type="button" @click=${this.fetch}>Докачать страницы</button>`;
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
              Попросить не удалять
            </button>`
          : nothing
      }`;
  }

  private renderInstall(): TemplateResult {
    if (this.installed) return html`<p>✓ Памятка установлена.</p>`;
    if (this.prompt) {
      return html`<p>Памятка откроется одним нажатием.</p>
        <button type="button" @click=${this.install}>Добавить на экран</button>`;
    }
    return html`<p>Добавьте Памятку на экран — <a href="#install">как это сделать</a>.</p>`;
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
