import { html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-list';
import * as common from '../messages/ru/common';
import * as counts from '../messages/ru/counts';
import {
  columnExamples,
  ROLE_TITLES,
  type ColumnMatch,
  type ColumnRole,
  type ComparisonPreview,
  type Encoding,
  type ImportPreview,
  type MergeOptions,
  type RosterNote,
  type SheetChoice,
  type SheetPreview,
} from '../roster';
import { renderColumn, renderHeaderLine } from './column-match';
import { controls } from './controls';
import { previewDialog } from './preview-dialog';
import './roster-comparison';
import { closeModal, showModal } from './show-modal';

const PARENT_ROLES: readonly ColumnRole[] = [
  'parentName',
  'parentSurname',
  'parentGiven',
  'parentPatronymic',
  'parentBirthDate',
  'parentSnils',
  'parentPhone',
  'parentEmail',
  'login',
];

const CHILD_ROLES = (Object.keys(ROLE_TITLES) as ColumnRole[]).filter(
  (role) => role !== 'ignored' && !PARENT_ROLES.includes(role),
);

const PARENTS = [words.parent, words.secondParent, words.thirdParent];

const ENCODINGS: readonly (readonly [Encoding, string])[] = [
  ['utf-8', 'UTF-8'],
  ['windows-1251', words.windowsEncoding],
  ['utf-16le', 'UTF-16'],
  ['utf-16be', 'UTF-16 BE'],
];

/** More notes than these nobody reads one by one. */
const NOTES_SHOWN = 100;

/**
 * Shows what was read from a list before it is taken, and lets the match of the columns be corrected.
 * @fires choices-change - with a SheetChoice for each sheet as its detail
 * @fires encoding-change - with an Encoding as its detail
 * @fires accept - with MergeOptions as its detail
 * @fires refuse - when the list is not wanted
 */
export class ImportPreviewDialog extends LitElement {
  static override properties = {
    preview: { attribute: false },
    busy: { type: Boolean },
    keepMissing: { state: true },
  };

  static override styles = [controls, previewDialog];

  declare preview: ImportPreview;
  /** Whether a correction is being worked out. */
  declare busy: boolean;
  declare private keepMissing: boolean;

  constructor() {
    super();
    this.preview = { sheets: [], rows: 0, notes: [], isPlain: false };
    this.busy = false;
    this.keepMissing = false;
  }

  protected override firstUpdated(): void {
    showModal(this.renderRoot.querySelector('dialog'));
  }

  override render(): TemplateResult {
    const { sheets, notes, problem, comparison } = this.preview;
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.say('refuse');
      }}
    >
      <div class="body">
        <h2 id="heading">${words.checkReading}</h2>
        <div role="alert">
          ${problem === undefined ? nothing : html`<p class="message">${problem}</p>`}
        </div>
        <div role="status">${problem === undefined ? this.renderOutcome(comparison) : nothing}</div>
        ${renderNotes(notes)} ${this.renderEncoding()} ${sheets.map((sheet, index) => this.renderSheet(sheet, index))}
        <div class="actions">
          <button
            type="button"
            ?disabled=${this.busy || problem !== undefined}
            @click=${() => {
              const options: MergeOptions = { keepMissing: this.keepMissing };
              this.say('accept', options);
            }}
          >
            ${words.takeList}
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

  private renderOutcome(comparison: ComparisonPreview | undefined): TemplateResult {
    if (!comparison)
      return html`<p>${words.rowsWithPupils} <strong>${this.preview.rows}</strong></p>`;
    return html`
      <roster-comparison .comparison=${comparison}></roster-comparison>
      ${
        comparison.missing === 0
          ? nothing
          : html`<label class="check"
            ><input
              type="checkbox"
              .checked=${this.keepMissing}
              @change=${(event: Event) => {
                this.keepMissing = (event.currentTarget as HTMLInputElement).checked;
              }}
            />${words.keepAbsent}</label
          >`
      }
    `;
  }

  private renderEncoding(): TemplateResult | typeof nothing {
    const { encoding } = this.preview;
    if (encoding === undefined) return nothing;
    return html`<label class="encoding"
      >${words.chooseEncoding}
      <select
        @change=${(event: Event) => {
          this.say('encoding-change', (event.currentTarget as HTMLSelectElement).value);
        }}
      >
        ${ENCODINGS.map(
          ([value, label]) =>
            html`<option value=${value} .selected=${value === encoding}>${label}</option>`,
        )}
      </select>
    </label>`;
  }

  private renderSheet(sheet: SheetPreview, index: number): TemplateResult {
    const { name, match, isTaken } = sheet;
    const isOneOfMany = this.preview.sheets.length > 1;
    return html`<section>
      <h3>${isOneOfMany ? words.sheetNamed(name ?? '') : words.columnMeanings}</h3>
      ${
        isOneOfMany
          ? html`<label class="check"
            ><input
              type="checkbox"
              .checked=${isTaken}
              @change=${(event: Event) => {
                const { checked } = event.currentTarget as HTMLInputElement;
                this.change(index, { match, isTaken: checked });
              }}
            />${words.takeSheet(name ?? '')}</label
          >`
          : nothing
      }
      ${renderHeaderLine(words.headerRow, {
        line: match.headerLine,
        lowest: 0,
        correct: (headerLine) => {
          this.change(index, { isTaken, match: { ...match, headerLine } });
        },
      })}
      <ul class="columns">
        ${match.columns
          .filter((column) => column.title !== '' || examplesOf(sheet, column).length > 0)
          .map((column) => this.renderColumn(sheet, index, column))}
      </ul>
    </section>`;
  }

  private renderColumn(
    sheet: SheetPreview,
    sheetIndex: number,
    column: ColumnMatch,
  ): TemplateResult {
    const parent = column.parent ?? 1;
    return renderColumn(column, {
      examples: examplesOf(sheet, column),
      correct: (value) => {
        this.assign(sheet, sheetIndex, column.index, value);
      },
      options: html`${renderOption('ignored', 1, column)}
        <optgroup label=${words.pupil}>
          ${CHILD_ROLES.map((role) => renderOption(role, 1, column))}
        </optgroup>
        ${PARENTS.slice(0, Math.max(2, parent)).map(
          (label, i) =>
            html`<optgroup label=${label}>
              ${PARENT_ROLES.map((role) => renderOption(role, i + 1, column))}
            </optgroup>`,
        )}`,
    });
  }

  /** Gives a column its role; the column that had it goes without. */
  private assign(sheet: SheetPreview, sheetIndex: number, index: number, value: string): void {
    const [role, number] = value.split(' ') as [ColumnRole, string];
    const parent = Number(number);
    const isParents = PARENT_ROLES.includes(role);
    const columns = sheet.match.columns.map((column): ColumnMatch => {
      const { title } = column;
      if (column.index === index) {
        return { index, title, field: role, ...(isParents && { parent }) };
      }
      const isSame = column.field === role && (!isParents || (column.parent ?? 1) === parent);
      return isSame && role !== 'ignored'
        ? { index: column.index, title, field: 'ignored', reason: 'repeated' }
        : column;
    });
    this.change(sheetIndex, { isTaken: sheet.isTaken, match: { ...sheet.match, columns } });
  }

  private change(index: number, choice: SheetChoice): void {
    const choices = this.preview.sheets.map(({ isTaken, match }, i): SheetChoice =>
      i === index ? choice : { isTaken, match },
    );
    this.say('choices-change', choices);
  }

  private say(type: string, detail?: unknown): void {
    // Closing gives the focus back to where it was.
    if (!type.endsWith('-change')) closeModal(this.renderRoot.querySelector('dialog'));
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function renderOption(role: ColumnRole, parent: number, column: ColumnMatch): TemplateResult {
  const isChosen =
    column.field === role && (!PARENT_ROLES.includes(role) || (column.parent ?? 1) === parent);
  const label = parent > 1 ? `${ROLE_TITLES[role]} — ${String(parent)}` : ROLE_TITLES[role];
  return html`<option value="${role} ${parent}" .selected=${isChosen}>${label}</option>`;
}

function examplesOf({ match, rows }: SheetPreview, column: ColumnMatch): string[] {
  return columnExamples(rows, match.headerLine, { ...column, role: column.field });
}

function renderNotes(notes: readonly RosterNote[]): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  return html`<h3>${words.lookAt}</h3>
    <ul>
      ${notes.slice(0, NOTES_SHOWN).map(({ message }) => html`<li>${message}</li>`)}
    </ul>
    ${
      notes.length > NOTES_SHOWN
        ? html`<p class="hint">${counts.andMore(notes.length - NOTES_SHOWN)}</p>`
        : nothing
    }`;
}

customElements.define('import-preview', ImportPreviewDialog);
