import * as words from '../messages/ru/class-list';
import {
  FIELDS,
  JOIN_STAGES,
  lastLine,
  type ClassRecord,
  type Finding,
  type ForWhom,
  type JoinStage,
  type Roster,
  type RosterRow,
  type StageChange,
} from '../roster';
import { STAGE_TITLES } from './stage-titles';

/** The teacher's list as it stands after a change; no part of it is ever changed in place. */
export interface ClassList extends ClassRecord {
  /** Rows whose families get a memo. */
  chosen: ReadonlySet<RosterRow>;
  /** Russian, after «Вернуть, как было: » — the change that led here. */
  change: string;
}

/** A row for a new pupil, under a line number that no other row has. */
export function newRow({ rows }: Roster): RosterRow {
  const values = Object.fromEntries(FIELDS.map((field) => [field, '']));
  return { line: lastLine(rows) + 1, values: values as RosterRow['values'] };
}

/** The list with a row in place of another, or at its end where `old` is not in it. */
export function putRow(list: ClassList, old: RosterRow, row: RosterRow): ClassList {
  const { roster, chosen } = list;
  const isNew = !roster.rows.includes(old);
  const rows = isNew
    ? [...roster.rows, row]
    : roster.rows.map((other) => (other === old ? row : other));
  const columns = new Set(roster.columns);
  for (const field of FIELDS) if (row.values[field] !== '') columns.add(field);
  const nowChosen = new Set(chosen);
  if (nowChosen.delete(old) || isNew) nowChosen.add(row);
  const name = row.values.childName || words.changeRow(row.line);
  return {
    ...list,
    roster: { columns: FIELDS.filter((field) => columns.has(field)), rows },
    chosen: nowChosen,
    change: `${isNew ? words.changeAdding : words.changeEditing}, ${name}`,
  };
}

/** The list without a row. */
export function removeRow(list: ClassList, row: RosterRow): ClassList {
  const { roster, chosen } = list;
  const nowChosen = new Set(chosen);
  nowChosen.delete(row);
  const name = row.values.childName || words.changeRow(row.line);
  return {
    ...list,
    roster: { ...roster, rows: roster.rows.filter((other) => other !== row) },
    chosen: nowChosen,
    change: words.changeRemoving(name),
  };
}

/** The list with a finding that is right as it is; an empty word opens it again. */
export function resolveFinding(list: ClassList, { key }: Finding, word: string): ClassList {
  const { [key]: _, ...others } = list.resolutions ?? {};
  return {
    ...list,
    resolutions: word === '' ? others : { ...others, [key]: word },
    change: word === '' ? words.changeChecked : words.changeResolved,
  };
}

/** The list with other names after «для». */
export function writeNames(list: ClassList, forWhom: ForWhom): ClassList {
  return { ...list, forWhom, change: words.changeMemoName };
}

/** The list with a stage marked at every chosen row that lacks it. */
export function markChosen(list: ClassList, stage: JoinStage): ClassList {
  const { roster, chosen } = list;
  const nowChosen = new Set<RosterRow>();
  const rows = roster.rows.map((row) => {
    if (!chosen.has(row)) return row;
    const marked = withStage(row, stage);
    nowChosen.add(marked);
    return marked;
  });
  return {
    ...list,
    roster: { ...roster, rows },
    chosen: nowChosen,
    change: words.changeStage(STAGE_TITLES[stage]),
  };
}

/** The list with the stages that a report tells of; who is chosen stays chosen. */
export function takeReport(list: ClassList, changes: readonly StageChange[]): ClassList {
  const rows = [...list.roster.rows];
  const chosen = new Set(list.chosen);
  for (const { index, added } of changes) {
    const old = rows[index];
    if (!old) continue;
    const row = added.reduce(withStage, old);
    rows[index] = row;
    if (chosen.delete(old)) chosen.add(row);
  }
  return {
    ...list,
    roster: { ...list.roster, rows },
    chosen,
    change: words.changeReport,
  };
}

function withStage(row: RosterRow, stage: JoinStage): RosterRow {
  const { stages = [] } = row;
  if (stages.includes(stage)) return row;
  return {
    ...row,
    stages: JOIN_STAGES.filter((other) => other === stage || stages.includes(other)),
  };
}
