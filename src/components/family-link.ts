import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { decodeFamilyLink, type DecodedFamilyLink, type FamilyLink } from '../link/family-link';
import * as common from '../messages/ru/common';
import * as words from '../messages/ru/family';
import { saveChild } from '../storage/change-children';
import { loadChildren, nameOfChild, type Child } from '../storage/children';
import { controls } from './controls';

const REASONS = {
  damaged: words.linkDamaged,
  newer: words.linkTooNew,
  foreign: '',
  'too-long': words.linkTooLong,
};

/**
 * Shows what a memo's link brought, as plain text, and keeps it only after a yes.
 * @fires children-change - when the child was kept
 */
export class FamilyLinkCard extends LitElement {
  static override properties = {
    offered: { state: true },
    family: { state: true },
    message: { state: true },
    news: { state: true },
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
      h2 {
        margin: 0;
        font-size: 1.15rem;
      }
      p {
        margin: 0.3rem 0;
      }
      label {
        margin-block: 0.6rem;
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

  declare private offered: FamilyLink | undefined;
  declare private family: readonly Child[];
  declare private message: string;
  /** What has been kept, in words. */
  declare private news: string;
  private isKeeping = false;

  constructor() {
    super();
    this.offered = undefined;
    this.family = [];
    this.message = '';
    this.news = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.readAddress();
    window.addEventListener('hashchange', this.readAddress);
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
      if (typeof familyLink === 'string') void this.offer(decodeFamilyLink(familyLink));
      return;
    }
    // An anchor of this very page is no memo's link.
    if (document.getElementById(fragment)) return;
    const decoded = decodeFamilyLink(fragment);
    if (!decoded.ok && decoded.reason === 'foreign') return;
    // The code must not stay in the address bar, where it would be shared with the link.
    this.rememberUnanswered(decoded.ok ? fragment : undefined);
    void this.offer(decoded);
  };

  private async offer(decoded: DecodedFamilyLink): Promise<void> {
    this.news = '';
    this.message = decoded.ok ? '' : REASONS[decoded.reason];
    if (!decoded.ok) return;
    this.family = await loadChildren();
    this.offered = decoded.link;
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
      ${this.news === '' ? nothing : html`<p class="card" tabindex="-1">${this.news}</p>`}
    `;
  }

  private renderOffer(link: FamilyLink): TemplateResult {
    const known = this.family.find(
      ({ inviteCode, className }) => inviteCode === link.inviteCode && className === link.className,
    );
    return html`<form
      class="card"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.keep(link, new FormData(event.target as HTMLFormElement));
      }}
    >
      <h2>${words.fromMemo}</h2>
      ${renderLink(link)}
      <p>${words.keepHere}</p>
      ${
        this.family.length === 0
          ? nothing
          : html`<label
              >${words.forWhom}
              <select name="id">
                <option value="">${words.newChild}</option>
                ${this.family.map(
                  (child) =>
                    html`<option value=${child.id} ?selected=${child === known}>
                      ${nameOfChild(child)}
                    </option>`,
                )}
              </select>
            </label>`
      }
      <label
        >${words.nameOptional}
        <input name="name" maxlength="40" autocomplete="off" aria-describedby="where" />
      </label>
      <p class="quiet" id="where">${words.nameStaysHere}</p>
      <div class="row">
        <button type="submit">${words.keep}</button>
        <button type="button" class="plain" @click=${this.dismiss}>${common.notNow}</button>
      </div>
    </form>`;
  }

  private readonly dismiss = (): void => {
    this.offered = undefined;
    this.rememberUnanswered(undefined);
  };

  private async keep(link: FamilyLink, form: FormData): Promise<void> {
    // The second press of a double click is no second child.
    if (this.isKeeping) return;
    this.isKeeping = true;
    const known = this.family.find(({ id }) => id === form.get('id'));
    const name = (form.get('name') as string).trim();
    const child = { ...known, id: known?.id ?? '', ...link, name: name || (known?.name ?? '') };
    try {
      await saveChild(child);
      this.message = '';
      this.dismiss();
      this.news = words.kept;
      if (link.inviteCode !== '') this.news += words.codeAtItsStep;
      this.dispatchEvent(new CustomEvent('children-change', { bubbles: true, composed: true }));
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('p.card')?.focus();
    } catch {
      this.message = words.notKept;
    }
    this.isKeeping = false;
  }
}

function renderLink(link: FamilyLink): TemplateResult {
  return html`
    ${link.className === '' ? nothing : html`<p>${words.classIs(link.className)}</p>`}
    ${link.school === '' ? nothing : html`<p>${words.schoolIs(link.school)}</p>`}
    ${
      link.inviteCode === ''
        ? nothing
        : html`<p>${words.codeIs}</p>
          <p class="code">${link.inviteCode}</p>`
    }
  `;
}

customElements.define('family-link', FamilyLinkCard);
