import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { decodeFamilyLink, type DecodedFamilyLink, type FamilyLink } from '../link/family-link';
import { loadFamilies, saveFamilies } from '../storage/settings';
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
  /** One for each child whose memo was kept. */
  declare private kept: readonly FamilyLink[];
  declare private message: string;

  constructor() {
    super();
    this.region = '';
    this.offered = undefined;
    this.kept = [];
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.readAddress();
    window.addEventListener('hashchange', this.readAddress);
    void loadFamilies(this.region).then((families) => {
      this.kept = families;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.readAddress);
  }

  private readonly readAddress = (): void => {
    const fragment = location.hash.slice(1);
    if (fragment === '') {
      // Read before, and not answered yet: the page was loaded again or returned to.
      const { familyLink } = (history.state ?? {}) as { familyLink?: unknown };
      if (typeof familyLink === 'string') this.offer(decodeFamilyLink(familyLink));
      return;
    }
    // An anchor of this very page is no memo's link.
    if (document.getElementById(fragment)) return;
    const decoded = decodeFamilyLink(fragment);
    if (!decoded.ok && decoded.reason === 'foreign') return;
    // The code must not stay in the address bar, where it would be shared with the link.
    this.rememberUnanswered(decoded.ok ? fragment : undefined);
    this.offer(decoded);
  };

  private offer(decoded: DecodedFamilyLink): void {
    if (decoded.ok) this.offered = decoded.link;
    else this.message = REASONS[decoded.reason];
  }

  private rememberUnanswered(familyLink: string | undefined): void {
    const state = familyLink === undefined ? null : { familyLink };
    history.replaceState(state, '', location.pathname + location.search);
  }

  override render(): TemplateResult {
    return html`
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
      </div>
      ${this.offered ? this.renderOffer(this.offered) : nothing}
      ${this.kept.map((family) => this.renderKept(family))}
    `;
  }

  private renderOffer(family: FamilyLink): TemplateResult {
    return html`<div class="card">
      <p class="quiet">Из памятки</p>
      ${renderLink(family)}
      <p>Запомнить на этом устройстве?</p>
      <div class="row">
        <button
          type="button"
          @click=${() => {
            void this.store([...this.kept.filter((other) => !isSame(other, family)), family]);
          }}
        >
          Запомнить
        </button>
        <button type="button" class="plain" @click=${this.dismiss}>Не надо</button>
      </div>
    </div>`;
  }

  private renderKept(family: FamilyLink): TemplateResult {
    return html`<div class="card">
      <p class="quiet">Ваша памятка</p>
      ${renderLink(family)}
      <button
        type="button"
        class="plain"
        @click=${() => {
          void this.store(this.kept.filter((other) => other !== family));
        }}
      >
        Забыть
      </button>
    </div>`;
  }

  private readonly dismiss = (): void => {
    this.offered = undefined;
    this.rememberUnanswered(undefined);
  };

  private async store(families: readonly FamilyLink[]): Promise<void> {
    try {
      await saveFamilies(this.region, families);
      this.kept = families;
      this.message = '';
      this.dismiss();
    } catch {
      this.message =
        'Не получилось запомнить: браузер запретил сайту хранить данные. Сохраните бумажную памятку.';
    }
  }
}

function isSame(first: FamilyLink, second: FamilyLink): boolean {
  return first.inviteCode === second.inviteCode && first.className === second.className;
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
