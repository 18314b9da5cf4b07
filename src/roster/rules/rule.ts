import type { AuditList, Entry } from '../audit-list';
import type { FieldName, FindingSeverity, RuleId } from '../roster';

export interface Rule {
  id: RuleId;
  /** What the rule is called where findings are grouped. */
  title: string;
  /** The worst that it finds; a single problem may be milder. */
  severity: FindingSeverity;
  /** The part of the document, or the norm, that the rule follows. */
  source: string;
  /** Where the mending is explained: a guide and its section, `tyumen/profile-login#missing`. */
  guide?: string;
  check(list: AuditList): Iterable<Problem>;
}

/** A finding before its rule is written on it. */
export interface Problem {
  entry: Entry;
  field: FieldName;
  /** Absent where it is the rule's own. */
  severity?: FindingSeverity;
  message: string;
  steps: readonly string[];
}

/** Second document (Tyumen), by its headings. */
export const FAULTS =
  '«Подготовка портфолио родителей», «Основные проблемы со входом и оплатой питания»';
export const HAND_OVER =
  '«Подготовка портфолио родителей», шаг 2 «Передача данных родителей классному руководителю»';
export const CHECK_PROFILE =
  '«Подготовка портфолио родителей», шаг 3 «Проверка наличия профиля родителя»';

/** «в строке 7», «в строках 3, 5 и 8»: where else something stands, without whose it is. */
export function elsewhere(entry: Entry, group: readonly Entry[]): string {
  const shown = 3;
  const lines: number[] = [];
  let more = 0;
  let previous = entry.line;
  for (const { line } of group) {
    if (line === entry.line || line === previous) continue;
    previous = line;
    if (lines.length < shown) lines.push(line);
    else {
      more = group.length - shown;
      break;
    }
  }
  if (lines.length === 0) return 'в этой же строке';
  const last = lines.pop() ?? 0;
  if (lines.length === 0) return `в строке ${last}`;
  return more > 0
    ? `в строках ${[...lines, last].join(', ')} и других`
    : `в строках ${lines.join(', ')} и ${last}`;
}
