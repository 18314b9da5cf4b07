import { html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-joined';
import * as common from '../messages/ru/common';
import * as counts from '../messages/ru/counts';
import {
  columnExamples,
  JOIN_STAGES,
  type ReportColumn,
  type ReportMatch,
  type ReportPreview,
  type ReportRole,
  type RosterRow,
  type StageChange,
} from '../roster';
import { renderColumn, renderHeaderLine } from './column-match';
import { controls } from './controls';
import { countList } from './count-list';
import { previewDialog } from './preview-dialog';
import { closeModal, showModal } from './show-modal';
import { STAGE_TITLES } from './stage-titles';

const ROLE_TITLES: Readonly<Record<ReportRole, string>> = {
  ignored: words.ignoreColumn,
  className: words.columnClass,
  childName: words.columnChild,
  parentName: words.columnParent,
  ...STAGE_TITLES,
};

const PEOPLE: readonly ReportRole[] = ['childName', 'parentName', 'className'];

/** Families named one by one; more nobody reads. */
const SHOWN = 200;

/**
 * Shows what a report about who has joined would mark, and lets the match of its columns be corrected.
 * @fires match-change - with a ReportMatch as its detail
 * @fires accept - with the StageChanges as its detail
 * @fires refuse - when the report is not wanted
 */
export class ReportPreviewDialog extends LitElement {
  static override properties = {
    preview: { attribute: false },
    rows: { attribute: false },
    busy: { type: Boolean },
  };

  static override styles = [controls, previewDialog, countList];

  declare preview: ReportPreview;
  /** The list's, which the changes count in. */
  declare rows: readonly RosterRow[];
  /** Whether a correction is being worked out. */
  declare busy: boolean;

  constructor() {
    super();
    this.preview = {
      match: { headerLine: 1, columns: [] },
      sample: [],
      changes: [],
      unchanged: 0,
      notes: [],
    };
    this.rows = [];
    this.busy = false;
  }

  protected override firstUpdated(): void {
    showModal(this.renderRoot.querySelector('dialog'));
  }

  override render(): TemplateResult {
    const { match, changes, notes, problem, unchanged } = this.preview;
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.say('refuse');
      }}
    >
      <div class="body">
        <h2 id="heading">${words.whomToMark}</h2>
        <div role="alert">
          ${problem === undefined ? nothing : html`<p class="message">${problem}</p>`}
        </div>
        <div role="status">
          ${
            problem === undefined
              ? html`<dl>
                  <dt>${changes.length}</dt>
                  <dd>${words.getNewMarks}${this.renderChanges(changes)}</dd>
                  <dt>${unchanged}</dt>
                  <dd>${words.stayAsTheyAre}</dd>
                </dl>`
              : nothing
          }
        </div>
        ${
          notes.length === 0
            ? nothing
            : html`<h3>${words.lookAt}</h3>
                <ul>
                  ${notes.map((note) => html`<li>${note}</li>`)}
                </ul>`
        }
        <h3>${words.columnMeanings}</h3>
        ${renderHeaderLine(words.headerRow, {
          line: match.headerLine,
          lowest: 1,
          correct: (headerLine) => {
            this.change({ ...match, headerLine });
          },
        })}
        <ul class="columns">
          ${match.columns
            .filter((column) => column.title !== '' || this.examplesOf(column).length > 0)
            .map((column) => this.renderColumn(column))}
        </ul>
        <div class="actions">
          <button
            type="button"
            ?disabled=${this.busy || problem !== undefined || changes.length === 0}
            @click=${() => {
              this.say('accept', changes);
            }}
          >
            ${words.markThem(changes.length)}
          </button>
          <button
            type="button"
            class="plain"
            @click=${() => {
              this.say('refuse');
            }}
          >
            ${common.notNow}
          </button>
        </div>
      </div>
    </dialog>`;
  }

  private renderChanges(changes: readonly StageChange[]): TemplateResult | typeof nothing {
    if (changes.length === 0) return nothing;
    return html`<details>
      <summary>${words.whoAndWhat}</summary>
      <ul>
        ${changes.slice(0, SHOWN).map(({ index, added }) => {
          const { className, childName, parentName } = this.rows[index]?.values ?? {};
          const name = [className, childName, parentName].filter(Boolean).join(', ');
          return html`<li>${name}: ${added.map((stage) => STAGE_TITLES[stage]).join(', ')}</li>`;
        })}
      </ul>
      ${changes.length > SHOWN ? html`<p class="hint">${counts.andMore(changes.length - SHOWN)}</p>` : nothing}
    </details>`;
  }

  private renderColumn(column: ReportColumn): TemplateResult {
    const option = (role: ReportRole): TemplateResult =>
      html`<option value=${role} .selected=${role === column.role}>${ROLE_TITLES[role]}</option>`;
    return renderColumn(column, {
      examples: this.examplesOf(column),
      correct: (value) => {
        this.assign(column, value as ReportRole);
      },
      options: html`${option('ignored')}
        <optgroup label=${words.who}>${PEOPLE.map(option)}</optgroup>
        <optgroup label=${words.whatIsDone}>${JOIN_STAGES.map(option)}</optgroup>`,
    });
  }

  private examplesOf(column: ReportColumn): string[] {
    const { sample, match } = this.preview;
    return columnExamples(sample, match.headerLine, column);
  }

  /** Gives a column its role; another that named the same people goes without. */
  private assign(column: ReportColumn, role: ReportRole): void {
    const { match } = this.preview;
    const columns = match.columns.map((other): ReportColumn => {
      if (other.index === column.index) return { ...other, role };
      return other.role === role && PEOPLE.includes(role) ? { ...other, role: 'ignored' } : other;
    });
    this.change({ ...match, columns });
  }

  private change(match: ReportMatch): void {
    this.dispatchEvent(new CustomEvent('match-change', { detail: match }));
  }

  private say(type: string, detail?: readonly StageChange[]): void {
    // Closing gives the focus back to where it was.
    closeModal(this.renderRoot.querySelector('dialog'));
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('report-preview', ReportPreviewDialog);
