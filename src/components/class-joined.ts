import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-joined';
import {
  MAX_FILE_BYTES,
  RosterError,
  type ClassSnapshot,
  type ReportMatch,
  type ReportPreview,
  type RosterRow,
  type RosterSource,
  type StageChange,
} from '../roster';
import type { RosterClient } from '../roster/roster-client';
import { controls } from './controls';
import './joined-chart';
import './report-preview';
import './table-source';

/**
 * Who has joined: the class over time, and a report from Аналит or another system that marks the stages.
 * @fires report-taken - with the StageChanges as its detail
 */
export class ClassJoined extends LitElement {
  static override properties = {
    client: { attribute: false },
    rows: { attribute: false },
    snapshots: { attribute: false },
    preview: { state: true },
    pasted: { state: true },
    message: { state: true },
    busy: { state: true },
    isOpen: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0.5rem 0;
      }
      table-source {
        --text-height: 6rem;
      }
      summary {
        padding-block: 0.5rem;
        color: var(--ink);
        cursor: pointer;
      }
      @media print {
        details {
          display: none;
        }
      }
    `,
  ];

  /** Reads the reports. */
  declare client: RosterClient;
  declare rows: readonly RosterRow[];
  declare snapshots: readonly ClassSnapshot[];
  declare private preview: ReportPreview | undefined;
  /** A report that was pasted and is not taken yet. */
  declare pasted: string;
  declare private message: string;
  declare private busy: boolean;
  declare private isOpen: boolean;
  /** The rows that the report was read against: its changes count in them. */
  private against: readonly RosterRow[] = [];

  constructor() {
    super();
    this.rows = [];
    this.snapshots = [];
    this.preview = undefined;
    this.pasted = '';
    this.message = '';
    this.busy = false;
    this.isOpen = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('pasted') && this.pasted !== '') this.isOpen = true;
  }

  override render(): TemplateResult {
    return html`
      <joined-chart .snapshots=${this.snapshots}></joined-chart>
      <details
        .open=${this.isOpen}
        @toggle=${(event: Event) => {
          this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
        }}
      >
        <summary>${words.markByReport}</summary>
        ${this.isOpen ? this.renderForm() : nothing}
      </details>
      <div role="status">${this.busy ? html`<p>${words.readingReport}</p>` : nothing}</div>
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
      </div>
      ${
        this.preview
          ? html`<report-preview
              .preview=${this.preview}
              .rows=${this.rows}
              .busy=${this.busy}
              @match-change=${(event: CustomEvent<ReportMatch>) =>
                this.read(() => this.client.chooseReport(event.detail))}
              @accept=${(event: CustomEvent<readonly StageChange[]>) => {
                this.finish(event.detail);
              }}
              @refuse=${() => {
                this.preview = undefined;
              }}
            ></report-preview>`
          : nothing
      }
    `;
  }

  private renderForm(): TemplateResult {
    return html`
        <p>
          ${words.whatReportSuits}
          <a href="../tyumen/analit/" target="_blank">${words.howToExport}</a>
        </p>
        <table-source
          label=${words.pasteReport}
          action=${words.readReport}
          file-action=${words.openReport}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
          .text=${this.pasted}
          .busy=${this.busy}
          @text-change=${(event: CustomEvent<string>) => {
            this.pasted = event.detail;
          }}
          @read-text=${() => this.open({ text: this.pasted })}
          @file-chosen=${(event: CustomEvent<File>) => this.readFile(event.detail)}
          >${words.onlyAdds}</table-source
        >
    `;
  }

  private async readFile(file: File): Promise<void> {
    if (file.size > MAX_FILE_BYTES) {
      this.message = words.reportTooBig(file.name);
      return;
    }
    await this.open({ bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name });
  }

  private open(source: RosterSource): Promise<void> {
    this.against = this.rows;
    return this.read(() => this.client.openReport(source, this.against));
  }

  private async read(task: () => Promise<ReportPreview>): Promise<void> {
    this.busy = true;
    this.message = '';
    try {
      this.preview = await task();
    } catch (error) {
      this.preview = undefined;
      this.message = error instanceof RosterError ? error.message : words.reportNotRead;
    } finally {
      this.busy = false;
    }
  }

  private finish(changes: readonly StageChange[]): void {
    this.preview = undefined;
    if (this.against !== this.rows) {
      this.message = words.listHasChanged;
      return;
    }
    this.pasted = '';
    this.dispatchEvent(new CustomEvent('report-taken', { detail: changes }));
  }
}

customElements.define('class-joined', ClassJoined);
