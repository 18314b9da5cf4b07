import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import library from 'virtual:library';
import { memoGuideFor, memoGuides, usesInviteCodes, type MemoGuide } from '../guide';
import {
  familiesOf,
  MemoError,
  type MemoLayout,
  type MemoRequest,
  type MemoWarning,
} from '../memo';
import { makeMemo, type MadeMemo } from '../memo/memo-client';
import workerUrl from '../memo/memo-worker?worker&url';
import { trustedScriptUrl } from '../offline/trusted-script-url';
import type { Roster } from '../roster';
import { controls } from './controls';
import './memo-preview';

const LAYOUTS: Record<MemoLayout, string> = {
  page: 'Лист A4 каждой семье',
  half: 'Две памятки на листе',
  slips: 'Восемь полосок с кодами на листе',
  poster: 'Плакат для класса, без имён и кодов',
  form: 'Бланк: какие данные передать учителю',
  checklist: 'Чек-лист: памятка целиком, с квадратиками',
};

/** What the teacher sees of the making. */
type State =
  | { name: 'idle' }
  | { name: 'making'; done: number; total: number }
  | { name: 'failed'; message: string }
  | { name: 'ready'; memo: MadeMemo; url: string };

/** Makes the memos of the given rows in a worker, shows them and offers the file. */
export class MemoMaker extends LitElement {
  static override properties = {
    roster: { attribute: false },
    state: { state: true },
    choice: { state: true },
    layout: { attribute: false },
    contacts: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: 0.75rem 1rem;
      }
      .wide {
        grid-column: 1 / -1;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
      }
      .check {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        min-height: 2.75rem;
      }
      .check input {
        width: 1.4rem;
        height: 1.4rem;
        accent-color: var(--ink);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.75rem;
        margin-block: 1rem;
      }
      progress {
        flex: 1 1 10rem;
        height: 1rem;
        accent-color: var(--done);
      }
      ul {
        padding-left: 1.2rem;
      }
    `,
  ];

  /** The rows that get a memo. */
  declare roster: Roster;
  /** The chosen layout; the teacher may choose another. */
  declare layout: MemoLayout;
  declare private state: State;
  declare private choice: MemoGuide | undefined;
  /** Ids of the contacts left out. */
  declare private contacts: ReadonlySet<string>;
  private making: AbortController | undefined;
  /** Whether the teacher has chosen the guide; until then it follows the list. */
  private hasChosen = false;

  constructor() {
    super();
    this.roster = { columns: [], rows: [] };
    this.state = { name: 'idle' };
    this.choice = undefined;
    this.layout = 'page';
    this.contacts = new Set();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reset();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('layout')) this.reset();
    if (!changed.has('roster')) return;
    // A memo made from another list must not stay beside this one.
    this.reset();
    if (!this.hasChosen) {
      const hasCodes = this.roster.rows.some((row) => row.values.inviteCode !== '');
      this.choice = memoGuideFor(library, hasCodes);
    }
  }

  override render(): TemplateResult {
    return html`
      <form class="fields" @submit=${this.make} @input=${this.reset}>
        <label
          >Памятка
          <select name="guide" @change=${this.chooseGuide}>
            ${memoGuides(library).map(
              ({ region, guide }) =>
                html`<option value=${guide.id} .selected=${guide.id === this.choice?.guide.id}>
                  ${region.title}: ${guide.title}
                </option>`,
            )}
          </select>
        </label>
        <label
          >Вид
          <select
            name="layout"
            @change=${(event: Event) => {
              this.layout = (event.currentTarget as HTMLSelectElement).value as MemoLayout;
            }}
          >
            ${Object.entries(LAYOUTS).map(
              ([value, words]) =>
                html`<option value=${value} .selected=${value === this.layout}>${words}</option>`,
            )}
          </select>
        </label>
        <label>Школа <input name="school" autocomplete="organization" /></label>
        <label>Срок <input name="deadline" placeholder="до 1 сентября" autocomplete="off" /></label>
        <label class="wide"
          >Заголовок
          <input
            name="heading"
            autocomplete="off"
            placeholder=${this.choice?.guide.title ?? ''}
        /></label>
        <label class="wide">Заметка для родителей <textarea name="note" rows="2"></textarea></label>
        <label class="wide"
          >Адрес этой Памятки в интернете, чтобы QR открывал её с кодом семьи
          <input
            name="appUrl"
            type="url"
            inputmode="url"
            autocomplete="off"
            placeholder="https://…  Пусто — QR откроет официальный сайт"
            .value=${ownAddress()}
        /></label>
        <fieldset class="wide">
          <legend>Контакты на памятке</legend>
          ${this.choice?.region.memoContacts.map(
            (contact) =>
              html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${!this.contacts.has(contact.id)}
                  @change=${() => {
                    this.toggleContact(contact.id);
                  }}
                />${contact.phone ?? contact.site ?? contact.email}: ${contact.serves}</label
              >`,
          )}
        </fieldset>
        <div class="row wide">
          <button type="submit" ?disabled=${this.state.name === 'making'}>Сделать памятки</button>
        </div>
      </form>
      <div aria-live="polite">${this.renderState()}</div>
    `;
  }

  private renderState(): TemplateResult | typeof nothing {
    const { state } = this;
    switch (state.name) {
      case 'idle':
        return nothing;
      case 'making':
        return html`<div class="row">
          <progress
            max=${state.total}
            value=${state.done}
            aria-label="Сделано памяток"
          ></progress>
          <span>${state.done} из ${state.total}</span>
          <button type="button" class="plain" @click=${this.reset}>Отменить</button>
        </div>`;
      case 'failed':
        return html`<p class="message">${state.message}</p>`;
      case 'ready':
        return this.renderReady(state.memo, state.url);
    }
  }

  private renderReady(memo: MadeMemo, url: string): TemplateResult {
    return html`
      ${renderWarnings(memo.document.warnings)}
      <div class="row">
        <a class="button" href=${url} download=${this.fileName}>Скачать PDF</a>
        <a class="button plain" href=${url} target="_blank">Открыть и напечатать</a>
        <span>Листов: ${memo.document.pages.length}</span>
      </div>
      <memo-preview .memo=${memo.document}></memo-preview>
    `;
  }

  private get fileName(): string {
    const classes = [...new Set(this.roster.rows.map((row) => row.values.className))];
    const label = classes.length === 1 ? (classes[0] ?? '') : '';
    return `${`Памятки ${label}`.trim()}.pdf`.replace(/[\\/:*?"<>|]/g, '_');
  }

  private readonly chooseGuide = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    this.hasChosen = true;
    this.choice = memoGuides(library).find(({ guide }) => guide.id === value);
  };

  private toggleContact(id: string): void {
    const left = new Set(this.contacts);
    if (!left.delete(id)) left.add(id);
    this.contacts = left;
  }

  private readonly make = (event: Event): void => {
    event.preventDefault();
    const request = this.request(new FormData(event.currentTarget as HTMLFormElement));
    if (!request) return;
    void this.run(request);
  };

  private request(form: FormData): MemoRequest | undefined {
    if (!this.choice) return undefined;
    const { region, guide } = this.choice;
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const appUrl = text('appUrl');
    return {
      layout: this.layout,
      guide,
      region,
      usesInviteCodes: usesInviteCodes(guide),
      families: familiesOf(this.roster),
      school: text('school'),
      heading: text('heading'),
      note: text('note'),
      deadline: text('deadline'),
      contacts: region.memoContacts.filter((contact) => !this.contacts.has(contact.id)),
      ...(appUrl !== '' && { appUrl }),
    };
  }

  private async run(request: MemoRequest): Promise<void> {
    this.reset();
    const making = new AbortController();
    this.making = making;
    this.state = { name: 'making', done: 0, total: request.families.length };
    try {
      const memo = await makeMemo(trustedScriptUrl(workerUrl), request, {
        signal: making.signal,
        onProgress: (done, total) => {
          if (this.making === making) this.state = { name: 'making', done, total };
        },
      });
      if (this.making !== making) return;
      const file = new Blob([memo.pdf as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
      this.state = { name: 'ready', memo, url: URL.createObjectURL(file) };
    } catch (error) {
      if (this.making !== making) return;
      this.state = { name: 'failed', message: describeFailure(error) };
    }
  }

  /** Cancels what is being made and forgets what was. */
  private readonly reset = (): void => {
    this.making?.abort();
    this.making = undefined;
    if (this.state.name === 'ready') URL.revokeObjectURL(this.state.url);
    this.state = { name: 'idle' };
  };
}

function describeFailure(error: unknown): string {
  if (error instanceof MemoError) return error.message;
  return 'Памятки не получились: не хватило памяти или страница устарела. Выберите один класс или откройте страницу заново — список надо будет вставить ещё раз.';
}

function renderWarnings(warnings: readonly MemoWarning[]): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  return html`<div class="message">
    <p>Памятки сделаны, но посмотрите:</p>
    <ul>
      ${warnings.map(({ message }) => html`<li>${message}</li>`)}
    </ul>
  </div>`;
}

/** Where this very app lies, if families can reach it: a QR to a teacher's own machine leads nowhere. */
function ownAddress(): string {
  const { protocol, href } = location;
  if (protocol !== 'https:') return '';
  return new URL(document.documentElement.dataset['root'] ?? './', href).href;
}

customElements.define('memo-maker', MemoMaker);
