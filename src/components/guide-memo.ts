import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { usesInviteCodes, type Guide, type Region } from '../guide';
import {
  MemoError,
  safeFileName,
  type MemoFamily,
  type MemoLayout,
  type MemoRequest,
} from '../memo';
import { makeMemo, type MadeMemo } from '../memo/memo-client';
import workerUrl from '../memo/memo-worker?worker&url';
import * as words from '../messages/ru/memo';
import { trustedScriptUrl } from '../offline/trusted-script-url';
import { controls } from './controls';
import './memo-preview';
import { saveFile } from './save-file';

/** How a guide can be printed, with the words of the choice. */
export type MemoLayouts = Readonly<Partial<Record<MemoLayout, string>>>;

const ALL_LAYOUTS: MemoLayouts = {
  checklist: words.wholeChecklist,
  page: words.sheetForFamily,
  half: words.twoOnSheet,
  poster: words.posterForClass,
};

/** Nobody: the author sees where a family's name and code would stand. */
const EXAMPLE: Omit<MemoFamily, 'access' | 'inviteCode'> = {
  line: 2,
  className: words.sampleClass,
  childName: words.sampleChild,
  parentName: '',
};

/** Shows a guide as it will be printed, anew after each change of it. */
export class GuideMemo extends LitElement {
  static override properties = {
    guide: { attribute: false },
    region: { attribute: false },
    layouts: { attribute: false },
    heading: { attribute: false },
    layout: { state: true },
    memo: { state: true },
    isCurrent: { state: true },
    message: { state: true },
  };

  static override styles = [
    controls,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.75rem;
        margin-bottom: 1rem;
      }
      label {
        flex: 1 1 14rem;
      }
    `,
  ];

  declare guide: Guide | undefined;
  declare region: Region | undefined;
  declare layouts: MemoLayouts;
  /** In place of the guide's own. */
  declare heading: string;
  declare private layout: MemoLayout;
  declare private memo: MadeMemo | undefined;
  /** Whether `memo` is of the guide as it is now. */
  declare private isCurrent: boolean;
  declare private message: string;
  private making: AbortController | undefined;

  constructor() {
    super();
    this.guide = undefined;
    this.region = undefined;
    this.layouts = ALL_LAYOUTS;
    this.heading = '';
    this.layout = 'checklist';
    this.memo = undefined;
    this.isCurrent = false;
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
      <div class="row"><label
        >${words.howToPrint}
        <select
          @change=${(event: Event) => {
            this.layout = (event.currentTarget as HTMLSelectElement).value as MemoLayout;
          }}
        >
          ${Object.entries(this.layouts).map(
            ([layout, label]) =>
              html`<option value=${layout} ?selected=${layout === this.layout}>${label}</option>`,
          )}
        </select>
      </label>
      <button type="button" class="plain" ?disabled=${!this.isCurrent} @click=${this.save}>
        ${words.downloadPdf}
      </button></div>
      <div aria-live="polite">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
        ${this.memo?.document.warnings.map(({ message }) => html`<p class="message">${message}</p>`)}
      </div>
      ${this.memo ? html`<memo-preview .memo=${this.memo.document}></memo-preview>` : html`<p>${words.preparingSheet}</p>`}
    `;
  }

  private async make(): Promise<void> {
    this.making?.abort();
    const { guide } = this;
    if (!guide) return;
    const making = new AbortController();
    this.making = making;
    this.isCurrent = false;
    try {
      const memo = await makeMemo(trustedScriptUrl(workerUrl), this.request(guide), {
        signal: making.signal,
        onProgress: () => undefined,
      });
      if (this.making !== making) return;
      this.memo = memo;
      this.isCurrent = true;
      this.message = '';
    } catch (error) {
      if (this.making !== making || making.signal.aborted) return;
      this.message = error instanceof MemoError ? error.message : words.sheetFailed;
    }
  }

  private readonly save = (): void => {
    const { memo } = this;
    if (!memo) return;
    saveFile(
      `${safeFileName(memo.document.title, words.memoFile)}.pdf`,
      memo.pdf as BlobPart,
      'application/pdf',
    );
  };

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
        {
          ...EXAMPLE,
          inviteCode: hasCodes ? words.sampleCode : '',
          access: hasCodes ? 'code' : 'unknown',
        },
      ],
      school: this.region ? words.sampleSchool : '',
      heading: this.heading,
      contacts: region.memoContacts,
    };
  }
}

customElements.define('guide-memo', GuideMemo);
