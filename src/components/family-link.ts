import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { decodeFamilyLink, type FamilyLink } from '../link/family-link';
import { loadFamily, saveFamily } from '../storage/settings';
import { controls } from './controls';

const REASONS = {
  damaged: 'Ссылка из памятки повреждена. Введите код с листа или отсканируйте QR ещё раз.',
  newer: 'Ссылка сделана в новой версии Памятки. Обновите страницу или введите код с листа.',
  foreign: '',
  'too-long': 'Ссылка слишком длинная, это не ссылка из памятки. Введите код с листа.',
};

/** Shows what a memo's link brought, as plain text, and keeps it only after a yes. */
export class FamilyLinkCard extends LitElement {
  static override properties = {
    region: { type: String },
    offered: { state: true },
    kept: { state: true },
    message: { state: true },
  };

  static override styles = [
    controls,
    css`
      .card {
        margin: 0.75rem 0;
        padding: 0.8rem 1rem;
        border: 2px dashed var(--ink);
        border-radius: 12px;
        background: var(--sheet);
      }
      .code {
        font: 700 1.6rem/1.3 ui-monospace, Consolas, monospace;
        letter-spacing: 0.06em;
        overflow-wrap: anywhere;
      }
      p {
        margin: 0.3rem 0;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .quiet {
        color: var(--quiet);
        font-size: 0.95rem;
      }
    `,
  ];

  declare region: string;
  declare private offered: FamilyLink | undefined;
  declare private kept: FamilyLink | undefined;
  declare private message: string;

  constructor() {
    super();
    this.region = '';
    this.offered = undefined;
    this.kept = undefined;
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.readAddress();
    window.addEventListener('hashchange', this.readAddress);
    void loadFamily(this.region).then((family) => {
      this.kept = family;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.readAddress);
  }

  private readonly readAddress = (): void => {
    const fragment = location.hash.slice(1);
    // An anchor of this very page is no memo's link.
    if (fragment === '' || document.getElementById(fragment)) return;
    const decoded = decodeFamilyLink(fragment);
    // The code must not stay in the address bar, the history or a shared link.
    if (decoded.ok || decoded.reason !== 'foreign') {
      history.replaceState(null, '', location.pathname + location.search);
    }
    if (decoded.ok) this.offered = decoded.link;
    else this.message = REASONS[decoded.reason];
  };

  override render(): TemplateResult {
    return html`
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
      </div>
      ${
        this.offered
          ? html`<div class="card">
            <p class="quiet">Из памятки</p>
            ${renderLink(this.offered)}
            <p>Запомнить на этом устройстве?</p>
            <div class="row">
              <button type="button" @click=${this.keep}>Запомнить</button>
              <button
                type="button"
                class="plain"
                @click=${() => {
                  this.offered = undefined;
                }}
              >
                Не надо
              </button>
            </div>
          </div>`
          : this.kept
            ? html`<div class="card">
              <p class="quiet">Ваша памятка</p>
              ${renderLink(this.kept)}
              <button type="button" class="plain" @click=${this.forget}>Забыть</button>
            </div>`
            : nothing
      }
    `;
  }

  private readonly keep = (): void => {
    void this.store(this.offered);
  };

  private readonly forget = (): void => {
    void this.store(undefined);
  };

  private async store(family: FamilyLink | undefined): Promise<void> {
    try {
      await saveFamily(this.region, family);
      this.kept = family;
      this.offered = undefined;
      this.message = '';
    } catch {
      this.message =
        'Не получилось запомнить: браузер запретил сайту хранить данные. Сохраните бумажную памятку.';
    }
  }
}

function renderLink(link: FamilyLink): TemplateResult {
  return html`
    ${link.className === '' ? nothing : html`<p>Класс: ${link.className}</p>`}
    ${link.school === '' ? nothing : html`<p>Школа: ${link.school}</p>`}
    ${
      link.inviteCode === ''
        ? nothing
        : html`<p>Код приглашения — храните как пароль:</p>
          <p class="code">${link.inviteCode}</p>`
    }
  `;
}

customElements.define('family-link', FamilyLinkCard);
