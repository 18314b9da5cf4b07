import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  isForEveryone,
  safeFileName,
  sheetsOf,
  type MemoLayout,
  type MemoRequest,
  type MemoWarning,
} from '../memo';
import type { MadeMemo } from '../memo/memo-client';
import workerUrl from '../memo/memo-worker?worker&url';
import * as words from '../messages/ru/memo';
import { trustedScriptUrl } from '../offline/trusted-script-url';
import { controls } from './controls';
import { classesOf, makeClassFiles } from './memo-class-files';
import { describeFailure } from './memo-failure';
import './memo-preview';
import { progressRow, renderProgress, type MemoProgress } from './memo-progress';
import { saveFile } from './save-file';

const LAYOUT_WORDS: Record<MemoLayout, string> = {
  page: words.madePage,
  half: words.madeHalf,
  slips: words.madeSlips,
  poster: words.madePoster,
  form: words.madeForm,
  checklist: words.madeChecklist,
};

/** What a teacher gets: what to look at, the file to keep, print or share, and the sheets themselves. */
export class MadeMemoView extends LitElement {
  static override properties = {
    request: { attribute: false },
    memo: { attribute: false },
    zipping: { state: true },
    failure: { state: true },
  };

  static override styles = [
    controls,
    progressRow,
    css`
      :host {
        display: block;
      }
      ul {
        padding-left: 1.2rem;
      }
      li {
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare request: MemoRequest;
  declare memo: MadeMemo;
  declare private zipping: MemoProgress | undefined;
  declare private failure: string;
  private making: AbortController | undefined;
  private file: File | undefined;
  private url = '';

  constructor() {
    super();
    this.zipping = undefined;
    this.failure = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancel();
    URL.revokeObjectURL(this.url);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('memo')) return;
    this.cancel();
    URL.revokeObjectURL(this.url);
    const { pdf } = this.memo;
    this.file = new File([pdf as Uint8Array<ArrayBuffer>], fileName(this.request), {
      type: 'application/pdf',
    });
    this.url = URL.createObjectURL(this.file);
  }

  override render(): TemplateResult {
    const { document } = this.memo;
    return html`
      ${renderWarnings(document.warnings)} ${this.renderSaving()}
      <div class="row">${this.renderActions()}</div>
      ${this.zipping ? renderProgress(this.zipping, this.cancel) : nothing}
      <div role="alert">
        ${this.failure === '' ? nothing : html`<p class="message">${this.failure}</p>`}
      </div>
      <memo-preview .memo=${document}></memo-preview>
    `;
  }

  private renderSaving(): TemplateResult | typeof nothing {
    const { document } = this.memo;
    if (this.request.savesPaper !== true) return nothing;
    const layout = LAYOUT_WORDS[document.layout];
    const sheets = sheetsOf(document);
    return html`<p>
      ${
        document.layout === 'page'
          ? words.savesPaper(layout, sheets)
          : words.savesSheets(layout, sheets, this.request.families.length)
      }
    </p>`;
  }

  private renderActions(): TemplateResult {
    const { document } = this.memo;
    const { file, url } = this;
    const hasClasses = !isForEveryone(document.layout) && classesOf(this.request).length > 1;
    return html`
      <a class="button" href=${url} download=${file?.name ?? ''}>${words.downloadPdf}</a>
      <a class="button plain" href=${url} target="_blank">${words.openAndPrint}</a>
      ${
        file && canShare(file)
          ? html`<button
            type="button"
            class="plain"
            @click=${() => {
              void share(file);
            }}
          >
            ${words.shareFile}
          </button>`
          : nothing
      }
      ${
        hasClasses && !this.zipping
          ? html`<button
            type="button"
            class="plain"
            @click=${() => {
              void this.zip();
            }}
          >
            ${words.filePerClass}
          </button>`
          : nothing
      }
      <span
        >${(document.duplex === 'long-edge' ? words.sheetsOnBothSides : words.sheets)(sheetsOf(document))}</span
      >
    `;
  }

  private async zip(): Promise<void> {
    const { request } = this;
    const making = new AbortController();
    this.making = making;
    this.failure = '';
    const since = Date.now();
    const progress = (done: number, total: number): void => {
      if (this.making === making) this.zipping = { what: 'classes', done, total, since };
    };
    progress(0, classesOf(request).length);
    try {
      const zip = await makeClassFiles(trustedScriptUrl(workerUrl), request, {
        signal: making.signal,
        onProgress: progress,
      });
      if (this.making !== making) return;
      this.cancel();
      saveFile(words.zipFile, zip, 'application/zip');
    } catch (error) {
      if (this.making !== making) return;
      this.cancel();
      this.failure = describeFailure(error);
    }
  }

  private readonly cancel = (): void => {
    this.making?.abort();
    this.making = undefined;
    this.zipping = undefined;
  };
}

function fileName(request: MemoRequest): string {
  if (request.layout === 'checklist')
    return `${safeFileName(request.guide.title, words.checklistFile)}.pdf`;
  const classes = classesOf(request);
  const label = classes.length === 1 ? (classes[0] ?? '') : '';
  return `${safeFileName(words.memosFileOf(label).trim(), words.memosFile)}.pdf`;
}

/** Browsers without Web Share Level 2 have no `canShare`, or refuse files. */
function canShare(file: File): boolean {
  const { canShare: can } = navigator as Partial<Navigator>;
  return can?.call(navigator, { files: [file] }) ?? false;
}

async function share(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file], title: file.name });
  } catch {
    // The person has closed the system's window; the file is still here.
  }
}

function renderWarnings(warnings: readonly MemoWarning[]): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  return html`<div class="message">
    <p>${words.lookAt}</p>
    <ul>
      ${warnings.map(({ message }) => html`<li>${message}</li>`)}
    </ul>
  </div>`;
}

customElements.define('made-memo', MadeMemoView);
