import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { usesInviteCodes, type Guide, type Region } from '../guide';
import { MemoError, type MemoFamily, type MemoLayout, type MemoRequest } from '../memo';
import { makeMemo, type MadeMemo } from '../memo/memo-client';
import workerUrl from '../memo/memo-worker?worker&url';
import { trustedScriptUrl } from '../offline/trusted-script-url';
import { controls } from './controls';
import './memo-preview';

const LAYOUTS: Partial<Record<MemoLayout, string>> = {
  checklist: 'Чек-лист целиком',
  page: 'Лист A4 для семьи',
  half: 'Две памятки на листе',
  poster: 'Плакат для класса',
};

/** Nobody: the author sees where a family's name and code would stand. */
const EXAMPLE: Omit<MemoFamily, 'access' | 'inviteCode'> = {
  line: 2,
  className: '4А',
  childName: 'Фамилия Имя',
  parentName: '',
};

/** Shows a guide as it will be printed, anew after each change of it. */
export class AuthorMemo extends LitElement {
  static override properties = {
    guide: { attribute: false },
    region: { attribute: false },
    layout: { state: true },
    memo: { state: true },
    message: { state: true },
  };

  static override styles = [
    controls,
    css`
      select {
        margin-bottom: 1rem;
      }
    `,
  ];

  declare guide: Guide | undefined;
  declare region: Region | undefined;
  declare private layout: MemoLayout;
  declare private memo: MadeMemo | undefined;
  declare private message: string;
  private making: AbortController | undefined;

  constructor() {
    super();
    this.guide = undefined;
    this.region = undefined;
    this.layout = 'checklist';
    this.memo = undefined;
    this.message = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.making?.abort();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('guide') || changed.has('region') || changed.has('layout')) void this.make();
  }

  override render(): TemplateResult {
    return html`
      <label
        >Как печатать
        <select
          @change=${(event: Event) => {
            this.layout = (event.currentTarget as HTMLSelectElement).value as MemoLayout;
          }}
        >
          ${Object.entries(LAYOUTS).map(
            ([layout, words]) =>
              html`<option value=${layout} ?selected=${layout === this.layout}>${words}</option>`,
          )}
        </select>
      </label>
      <div aria-live="polite">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
        ${this.memo?.document.warnings.map(({ message }) => html`<p class="message">${message}</p>`)}
      </div>
      ${this.memo ? html`<memo-preview .memo=${this.memo.document}></memo-preview>` : html`<p>Готовим лист…</p>`}
    `;
  }

  private async make(): Promise<void> {
    this.making?.abort();
    const { guide } = this;
    if (!guide) return;
    const making = new AbortController();
    this.making = making;
    try {
      const memo = await makeMemo(trustedScriptUrl(workerUrl), this.request(guide), {
        signal: making.signal,
        onProgress: () => undefined,
      });
      if (this.making !== making) return;
      this.memo = memo;
      this.message = '';
    } catch (error) {
      if (this.making !== making || making.signal.aborted) return;
      this.message =
        error instanceof MemoError
          ? error.message
          : 'Лист не получился. Скачайте файл и откройте страницу заново.';
    }
  }

  private request(guide: Guide): MemoRequest {
    const hasCodes = usesInviteCodes(guide);
    const region = this.region ?? {
      id: guide.region,
      title: '',
      where: '',
      route: {},
      memo: guide.id,
      contacts: [],
      memoContacts: [],
      sites: [],
    };
    return {
      layout: this.layout,
      guide,
      region,
      usesInviteCodes: hasCodes,
      families: [
        { ...EXAMPLE, inviteCode: hasCodes ? 'КОД' : '', access: hasCodes ? 'code' : 'unknown' },
      ],
      school: 'Название школы',
      contacts: region.memoContacts,
    };
  }
}

customElements.define('author-memo', AuthorMemo);
