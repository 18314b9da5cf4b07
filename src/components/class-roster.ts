import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as words from '../messages/ru/class-list';
import * as common from '../messages/ru/common';
import * as counts from '../messages/ru/counts';
import {
  formatSnils,
  givenValues,
  maskSnils,
  placeOf,
  SEVERITY_TITLES,
  type Finding,
  type JoinStage,
  type Roster,
  type RosterRow,
} from '../roster';
import type { RosterAudit, RosterClient } from '../roster/roster-client';
import { newRow } from './class-list';
import { controls } from './controls';
import { renderGuideLink } from './guide-link';
import './roster-chooser';
import './roster-finder';
import { controlByKey, rowOf } from './roster-keys';
import { rosterTable } from './roster-table';
import {
  EVERYTHING,
  hasSignedIn,
  SORT_TITLES,
  viewRows,
  type RosterView,
  type SortKey,
} from './roster-view';
import './row-dialog';
import type { RowDialog } from './row-dialog';
import { STAGE_TITLES } from './stage-titles';

/** A school's whole list would make a page of a hundred thousand rows; more come on request. */
const ROWS_AT_ONCE = 200;

/** A row put in the place of another; `old` is in no list where the row is new. */
export interface RowChange {
  old: RosterRow;
  row: RosterRow;
}

/**
 * The pupils with what is wrong at each: found, sorted, edited, and chosen for a memo.
 * @fires chosen-change - with the set of chosen rows as its detail
 * @fires row-put - with a RowChange as its detail
 * @fires stage-mark - with the JoinStage that the chosen rows have reached as its detail
 * @fires row-remove - with the row as its detail
 */
export class ClassRoster extends LitElement {
  static override properties = {
    client: { attribute: false },
    roster: { attribute: false },
    region: { type: String },
    audit: { attribute: false },
    chosen: { attribute: false },
    findings: { state: true },
    view: { state: true },
    shown: { state: true },
    showsSnils: { state: true },
    edited: { state: true },
  };

  static override styles = [controls, rosterTable];

  /** Tells what is wrong at the rows that are shown. */
  declare client: RosterClient;
  declare roster: Roster;
  /** Whose guides are linked, by the region's id. */
  declare region: string;
  /** Undefined: what is wrong could not be told. */
  declare audit: RosterAudit | undefined;
  declare chosen: ReadonlySet<RosterRow>;
  /** The open findings at the rows that are shown, by `placeOf`. */
  declare private findings: ReadonlyMap<string, readonly Finding[]>;
  declare private view: RosterView;
  declare private shown: number;
  declare private showsSnils: boolean;
  /** The row that is open in the form. */
  declare private edited: RosterRow | undefined;
  private rows: readonly RosterRow[] = [];

  constructor() {
    super();
    this.roster = { columns: [], rows: [] };
    this.region = '';
    this.audit = undefined;
    this.chosen = new Set();
    this.findings = new Map();
    this.shown = ROWS_AT_ONCE;
    this.view = EVERYTHING;
    this.showsSnils = false;
    this.edited = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('view')) this.shown = ROWS_AT_ONCE;
    const isTouched =
      ['roster', 'audit', 'view'].some((name) => changed.has(name)) ||
      (changed.has('chosen') && this.view.filter === 'chosen');
    if (!isTouched) return;
    const { filter } = this.view;
    const marks = filter === 'errors' || filter === 'questions' ? marksByPlace(this.audit) : NONE;
    this.rows = viewRows(this.roster.rows, this.view, { marks, chosen: this.chosen });
  }

  protected override updated(changed: PropertyValues): void {
    if (!['roster', 'audit', 'view', 'shown'].some((name) => changed.has(name))) return;
    if (this.audit) void this.find(this.audit);
  }

  /** Asks for the findings of the rows that are shown; those of before stay until these are there. */
  private async find(audit: RosterAudit): Promise<void> {
    const { rows } = this;
    const places = rows.slice(0, this.shown).map(placeOf);
    try {
      const findings = await this.client.findingsAt(places);
      if (this.audit === audit && this.rows === rows) this.findings = findings;
    } catch {
      // The worker is gone: the page says so at the next check, which starts another.
    }
  }

  /** Puts what was typed in the open form into the list, as its button would. */
  finishEditing(): void {
    this.renderRoot.querySelector<RowDialog>('row-dialog')?.finish();
  }

  override render(): TemplateResult {
    const { rows } = this;
    const all = this.roster.rows;
    return html`
      ${this.audit ? this.renderSummary(this.audit) : nothing}
      <roster-chooser
        .all=${all}
        .shown=${rows}
        .chosen=${this.chosen}
        @chosen-change=${(event: CustomEvent<ReadonlySet<RosterRow>>) => {
          this.choose(event.detail);
        }}
        @stage-mark=${(event: CustomEvent<JoinStage>) => {
          this.dispatchEvent(new CustomEvent('stage-mark', { detail: event.detail }));
        }}
      ></roster-chooser>
      <roster-finder
        role="search"
        .view=${this.view}
        @view-change=${(event: CustomEvent<RosterView>) => {
          this.view = event.detail;
        }}
      ></roster-finder>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.print}</th>
              ${SORT_TITLES.map(([key, title]) => this.renderHead(key, title))}
            </tr>
          </thead>
          <tbody @keydown=${this.act}>
            ${repeat(
              withKeys(rows.slice(0, this.shown)),
              ([key]) => key,
              ([, row]) => this.renderRow(row),
            )}
          </tbody>
        </table>
      </div>
      <p class="keys">
        ${words.keys}
      </p>
      <div role="status">
        ${rows.length === 0 ? html`<p>${words.noSuchRows}</p>` : nothing}
      </div>
      ${
        rows.length > this.shown
          ? html`<p>
            ${words.firstRows(this.shown, rows.length)}
            <button
              type="button"
              class="plain"
              @click=${() => {
                this.shown += ROWS_AT_ONCE;
              }}
            >
              ${words.showMore}
            </button>
          </p>`
          : nothing
      }
      <div class="tools">
        <button
          type="button"
          class="plain add"
          @click=${() => {
            this.edited = newRow(this.roster);
          }}
        >
          ${words.addPupil}
        </button>
        <button
          type="button"
          class="plain"
          aria-pressed=${this.showsSnils ? 'true' : 'false'}
          @click=${() => {
            this.showsSnils = !this.showsSnils;
          }}
        >
          ${this.showsSnils ? words.hideSnils : words.showSnils}
        </button>
      </div>
      ${this.edited ? this.renderDialog(this.edited) : nothing}
    `;
  }

  private renderHead(key: SortKey, title: string): TemplateResult {
    const { sort, isDescending } = this.view;
    const isOwn = sort === key;
    const direction = isDescending ? 'descending' : 'ascending';
    return html`<th scope="col" aria-sort=${isOwn ? direction : 'none'}>
      <button
        type="button"
        class="sort"
        @click=${() => {
          this.view = { ...this.view, sort: key, isDescending: isOwn && !isDescending };
        }}
      >
        ${title}<span aria-hidden="true">${isOwn ? (isDescending ? '\u00A0↓' : '\u00A0↑') : ''}</span>
      </button>
    </th>`;
  }

  private renderDialog(row: RosterRow): TemplateResult {
    const close = (): void => {
      this.edited = undefined;
    };
    return html`<row-dialog
      .row=${row}
      .columns=${this.roster.columns}
      .isNew=${!this.roster.rows.includes(row)}
      @close=${close}
      @save=${(event: CustomEvent<RosterRow>) => {
        close();
        const change: RowChange = { old: row, row: event.detail };
        this.dispatchEvent(new CustomEvent('row-put', { detail: change }));
      }}
      @remove=${() => {
        close();
        this.takeOut(row);
      }}
    ></row-dialog>`;
  }

  private renderSummary({ summary, notes }: RosterAudit): TemplateResult {
    const { children, ready } = summary;
    const signedIn = this.roster.rows.filter(hasSignedIn).length;
    return html`
      <p role="status">
        <strong>${counts.outOf(ready, children)}</strong> ${
          ready === children ? words.allCanSignIn : words.someCanSignIn
        }
      </p>
      ${
        signedIn === 0
          ? nothing
          : html`<p>
            ${words.signedInParents} <strong>${counts.outOf(signedIn, this.roster.rows.length)}</strong>
          </p>`
      }
      ${notes.map((note) => html`<p class="none">${note}</p>`)}
    `;
  }

  private renderRow(row: RosterRow): TemplateResult {
    const { className, childName, childSnils, inviteCode, parentName, parentSnils } =
      givenValues(row);
    return html`<tr>
      <td class="pick">
        <label
          ><input
            type="checkbox"
            aria-label=${words.printMemoOf(childName, row.line)}
            .checked=${this.chosen.has(row)}
            @change=${() => {
              this.toggle(row);
            }}
        /></label>
      </td>
      <td class="place" data-title=${words.columnRow}>${row.line}</td>
      <td class="place">${className}</td>
      <td>
        <button
          type="button"
          class="name"
          @click=${() => {
            this.edited = row;
          }}
        >
          ${childName || common.noName}
        </button>
        ${this.renderSnils(childSnils)}
      </td>
      <td>
        ${
          inviteCode === ''
            ? html`<span class="none">${parentSnils === '' ? words.no : words.codeNotNeeded}</span>`
            : html`<span class="code">${inviteCode}</span>`
        }
      </td>
      <td>
        ${parentName}
        ${this.renderSnils(parentSnils)} ${renderStages(row)}
        ${this.findings.get(placeOf(row))?.map((finding) => renderFinding(finding, this.region))}
      </td>
    </tr>`;
  }

  private renderSnils(snils: string): TemplateResult | typeof nothing {
    if (snils === '') return nothing;
    const shown = this.showsSnils ? formatSnils(snils) : maskSnils(snils);
    return html`<span class="snils">${words.snilsIs(shown)}</span>`;
  }

  private readonly act = (event: KeyboardEvent): void => {
    const control = controlByKey(event);
    if (control) {
      event.preventDefault();
      control.focus();
    }
    // Not from a control inside what is wrong there.
    if (event.key !== 'Delete' || !(event.target as HTMLElement).matches('.pick input, .name'))
      return;
    const row = this.rows[rowOf(event)?.sectionRowIndex ?? -1];
    if (row) this.takeOut(row);
  };

  /** Takes a row out; the focus goes to its neighbour, since the page would lose it with the row. */
  private takeOut(row: RosterRow): void {
    const own = this.renderRoot.querySelectorAll('tbody tr')[this.rows.indexOf(row)];
    const neighbour = own?.nextElementSibling ?? own?.previousElementSibling;
    const next = neighbour?.querySelector('.name') ?? this.renderRoot.querySelector('.add');
    (next as HTMLElement | null)?.focus();
    this.dispatchEvent(new CustomEvent('row-remove', { detail: row }));
  }

  private toggle(row: RosterRow): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(row)) chosen.add(row);
    this.choose(chosen);
  }

  private choose(rows: ReadonlySet<RosterRow>): void {
    this.dispatchEvent(new CustomEvent('chosen-change', { detail: rows }));
  }
}

const NONE: ReadonlyMap<string, number> = new Map();

/** Which findings are open at each place that has any. */
function marksByPlace(audit: RosterAudit | undefined): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  audit?.marks.forEach((mark, index) => {
    const row = audit.rows[index];
    if (mark !== 0 && row) marks.set(placeOf(row), mark);
  });
  return marks;
}

/** Rows by their place, so that an edited one stays where the focus is; two may share a line. */
function withKeys(rows: readonly RosterRow[]): [string, RosterRow][] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const place = placeOf(row);
    const times = seen.get(place) ?? 0;
    seen.set(place, times + 1);
    return [`${String(times)} ${place}`, row];
  });
}

function renderStages({ stages = [] }: RosterRow): TemplateResult | typeof nothing {
  if (stages.length === 0) return nothing;
  const label = stages.map((stage) => STAGE_TITLES[stage]).join(' · ');
  return html`<span class="stages">✓ ${label}</span>`;
}

function renderFinding(finding: Finding, region: string): TemplateResult {
  return html`<details class=${finding.severity}>
    <summary>${SEVERITY_TITLES[finding.severity]}: ${finding.message}</summary>
    <ol>
      ${finding.steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    ${renderGuideLink(finding.rule, region)}
  </details>`;
}

customElements.define('class-roster', ClassRoster);
