import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-list';
import {
  MAX_FILE_BYTES,
  RosterError,
  type Encoding,
  type ImportPreview,
  type MergeOptions,
  type Roster,
  type RosterSource,
  type SheetChoice,
  type TakenRoster,
} from '../roster';
import type { RosterClient } from '../roster/roster-client';
import { isSealed, MAX_SEALED_BYTES, VaultError, type Bytes } from '../storage/vault';
import { BACKUP_EXTENSION } from './backup-file';
import { controls } from './controls';
import { FileDrop } from './file-drop';
import './import-preview';
import { receiveFile } from './receive-file';
import './table-source';

/**
 * Takes a class list in: pasted, chosen or dropped. A person sees first what was read, unless all is
 * plain. What was pasted stays in the field until the list is taken.
 * @fires roster-taken - with a TakenRoster as its detail
 * @fires sealed-file - with the bytes of an encrypted copy as its detail
 */
export class ClassImport extends LitElement {
  static override properties = {
    client: { attribute: false },
    roster: { attribute: false },
    preview: { state: true },
    message: { state: true },
    pasted: { state: true },
    busy: { state: true },
  };

  static override styles = [
    controls,
    css`
      .drop {
        padding: 1rem;
        border: 2px dashed var(--ink);
        border-radius: 12px;
        background: var(--sheet);
      }
      .row > span {
        min-width: 0;
      }
      .drop.over {
        background: var(--note-paper);
      }
      summary {
        padding-block: 0.5rem;
        color: var(--ink);
        cursor: pointer;
      }
    `,
  ];

  /** Reads the lists. */
  declare client: RosterClient;
  /** The list that another one is taken into; undefined: there is none yet. */
  declare roster: Roster | undefined;
  declare private preview: ImportPreview | undefined;
  declare private message: string;
  /** What was pasted and is not taken yet. */
  declare pasted: string;
  declare private busy: boolean;
  /** What is in the preview, to be read again in another encoding. */
  private source: RosterSource | undefined;
  private readonly fileDrop = new FileDrop(this, ([file]) => {
    if (file) void this.readFile(file);
  });

  constructor() {
    super();
    this.roster = undefined;
    this.preview = undefined;
    this.message = '';
    this.pasted = '';
    this.busy = false;
  }

  override render(): TemplateResult {
    return html`
      <div class="drop ${this.fileDrop.isOver ? 'over' : ''}">
        <table-source
          label=${words.pasteHere}
          action=${words.readList}
          file-action=${words.openFile}
          accept=".csv,.tsv,.txt,.xlsx,${BACKUP_EXTENSION},text/csv,text/plain"
          .text=${this.pasted}
          .busy=${this.busy}
          @text-change=${(event: CustomEvent<string>) => {
            this.pasted = event.detail;
          }}
          @read-text=${() => this.open({ text: this.pasted })}
          @file-chosen=${(event: CustomEvent<File>) => this.readFile(event.detail)}
          >${words.orDropFile}</table-source
        >
      </div>
      <div role="status">${this.busy ? html`<p>${words.readingList}</p>` : nothing}</div>
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
      </div>
      ${
        this.preview
          ? html`<import-preview
            .preview=${this.preview}
            .busy=${this.busy}
            @choices-change=${this.correct}
            @encoding-change=${(event: CustomEvent<Encoding>) => {
              const { source } = this;
              if (source && 'bytes' in source)
                void this.open({ ...source, encoding: event.detail });
            }}
            @accept=${(event: CustomEvent<MergeOptions>) => this.take(event.detail)}
            @refuse=${() => {
              this.preview = undefined;
            }}
          ></import-preview>`
          : nothing
      }
      <details>
        <summary>${words.columnsTitle}</summary>
        <p>
          ${words.columnsNeeded}
        </p>
      </details>
    `;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    receiveFile((file) => void this.readFile(file));
  }

  private async readFile(file: File): Promise<void> {
    const start = new Uint8Array(await file.slice(0, 8).arrayBuffer());
    if (isSealed(start) || file.name.endsWith(BACKUP_EXTENSION)) {
      await this.openSealed(file);
      return;
    }
    if (file.size > MAX_FILE_BYTES) {
      this.message = words.fileTooBig(file.name, MAX_FILE_BYTES / 1024 / 1024);
      return;
    }
    await this.open({ bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name });
  }

  private async openSealed(file: File): Promise<void> {
    this.message = file.size > MAX_SEALED_BYTES ? new VaultError('too-large').message : '';
    if (this.message !== '') return;
    const detail = new Uint8Array(await file.arrayBuffer());
    this.dispatchEvent(new CustomEvent<Bytes>('sealed-file', { detail }));
  }

  private async open(source: RosterSource): Promise<void> {
    this.source = source;
    await this.work(async () => {
      const preview = await this.client.open(source, this.roster);
      // Whoever corrects the encoding is looking, and goes on looking.
      if (preview.isPlain && !this.preview) await this.finish({ keepMissing: false });
      else this.preview = preview;
    });
  }

  private readonly correct = (event: CustomEvent<SheetChoice[]>): void => {
    void this.work(async () => {
      this.preview = await this.client.choose(event.detail);
    });
  };

  private take(options: MergeOptions): Promise<void> {
    return this.work(() => this.finish(options));
  }

  private async finish(options: MergeOptions): Promise<void> {
    const taken = await this.client.take(options);
    this.preview = undefined;
    this.pasted = '';
    this.dispatchEvent(new CustomEvent<TakenRoster>('roster-taken', { detail: taken }));
  }

  private async work(task: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.message = '';
    try {
      await task();
    } catch (error) {
      this.preview = undefined;
      this.message = error instanceof RosterError ? error.message : words.listNotRead;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('class-import', ClassImport);
