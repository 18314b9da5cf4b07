import { JOIN_STAGES, type JoinStage } from './roster';
import { normaliseTitle, readTitle, type Subject, type TitleKind } from './header';
import type { Table } from './table';

/** What a column of a report about who has joined tells. */
export type ReportRole = 'className' | 'childName' | 'parentName' | JoinStage | 'ignored';

export interface ReportColumn {
  /** Position in the cells of a row. */
  index: number;
  title: string;
  role: ReportRole;
}

export interface ReportMatch {
  /** Line of the header row; what stands above is no data. */
  headerLine: number;
  /** Columns of one person's name are its parts, in their order. */
  columns: ReportColumn[];
}

/**
 * Words of the titles. The Аналит export is known from the second document by three of its titles only
 * («Уникальные родители», «Детализация по родителям», «Пустые поля»), so the usual words for each stage
 * are looked for, and a person can correct the match.
 */
const STAGES: readonly (readonly [JoinStage, RegExp])[] = [
  [
    'signed-in',
    /(^| )(вход|вошел|вошли|посещ|посетил|заход|зашел|визит|активност|авториз|последн\S* (сеанс|сессия))/,
  ],
  ['chat', /(^| )(чат|сферум|мессенджер)/],
  ['attached', /(^| )(прикреп|привяз|связ\S* с ребенк)/],
  ['account', /(^| )(учетн\S* запис|логин|аккаунт|профил|регистрац\S* на|зарегистр|есиа|госуслуг)/],
  ['handed-over', /(^| )(данные (переданы|сданы)|переда(л|ны|но)|сда(л|ны|но))/],
];

/** Counts of a class, not of a person: they are no stage of anybody. */
const OF_CLASS = /(^| )(уникальн|доля|процент)/;

/** Finds the header of a report and says what its columns tell; nothing is thrown. */
export function matchReport(table: Table, headerLine?: number): ReportMatch {
  const rows = table.rows.slice(0, REACH);
  const known = rows.find(({ line }) => line === headerLine);
  let best = { line: rows[0]?.line ?? 1, columns: columnsOf(rows[0]?.cells ?? []), score: 0 };
  for (const { line, cells } of known ? [known] : rows) {
    const columns = columnsOf(cells);
    const score = columns.filter(({ role }) => role !== 'ignored').length;
    if (known || score > best.score) best = { line, columns, score };
  }
  return { headerLine: best.line, columns: best.columns };
}

/** Titles and headings above a header take a few rows. */
const REACH = 40;

function columnsOf(cells: readonly string[]): ReportColumn[] {
  const taken = new Map<ReportRole, Set<TitleKind>>();
  // «Фамилия родителя | Имя | Отчество»: the parts belong to whoever was named last.
  let subject: Subject = 'child';
  return cells.map((title, index) => {
    const stage = stageOf(title);
    if (stage !== undefined) return { index, title, role: stage };
    const { kind, subject: own } = readTitle(title);
    subject = own ?? (kind === 'fullName' ? 'child' : subject);
    const role = roleOf(kind, subject);
    const kinds = taken.get(role) ?? new Set();
    const isRepeated = kinds.size > 0 && !addsTo(kinds, kind);
    if (kind === undefined || isRepeated) return { index, title, role: 'ignored' };
    taken.set(role, kinds.add(kind));
    return { index, title, role };
  });
}

/** What no person's stage can be read from is 'ignored'; undefined for what is no stage at all. */
function stageOf(title: string): JoinStage | 'ignored' | undefined {
  const words = normaliseTitle(title);
  if (words === '' || OF_CLASS.test(words)) return 'ignored';
  // Two columns may tell of one stage: «Вход с телефона», «Вход с компьютера».
  return STAGES.find(([, pattern]) => pattern.test(words))?.[0];
}

function roleOf(kind: TitleKind | undefined, subject: Subject): ReportRole {
  if (kind === 'className') return 'className';
  if (kind === 'fullName' || isPart(kind)) return subject === 'parent' ? 'parentName' : 'childName';
  return 'ignored';
}

function isPart(kind: TitleKind | undefined): boolean {
  return kind === 'surname' || kind === 'given' || kind === 'patronymic';
}

/** Whether a column adds a part to the name that others have begun: a whole name needs none. */
function addsTo(kinds: ReadonlySet<TitleKind>, kind: TitleKind | undefined): boolean {
  return kind !== undefined && isPart(kind) && !kinds.has('fullName') && !kinds.has(kind);
}

/** True for a role that is a stage of the way in. */
export function isStage(role: ReportRole): role is JoinStage {
  return (JOIN_STAGES as readonly string[]).includes(role);
}
