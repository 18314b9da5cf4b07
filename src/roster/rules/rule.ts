import type { AuditList, Entry } from '../audit-list';
import type { FieldName, FindingSeverity, RuleId } from '../roster';

export interface Rule {
  id: RuleId;
  /** What the rule is called where findings are grouped. */
  title: string;
  /** The worst that it finds; a single problem may be milder. */
  severity: FindingSeverity;
  /** What its errors keep a family from; absent where they only make trouble. */
  blocks?: 'sign-in' | 'meals';
  /** The part of the document, or the norm, that the rule follows. */
  source: string;
  /**
   * Where the mending is explained, a section of each region's guides that has it:
   * `tyumen/profile-login#missing`. The first is of the document that the rule comes from.
   */
  guides: readonly string[];
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
  const places: string[] = [];
  // A group may be the whole list: look no further than a message can tell.
  for (const other of group) {
    if (other.line === entry.line && other.sheet === entry.sheet) continue;
    const sheet = other.sheet === entry.sheet ? '' : ` (лист «${other.sheet ?? ''}»)`;
    const place = `${other.line}${sheet}`;
    if (place !== places[places.length - 1]) places.push(place);
    if (places.length > SHOWN) break;
  }
  if (places.length === 0) return 'в этой же строке';
  if (places.length === 1) return `в строке ${places.join('')}`;
  const shown = places.slice(0, SHOWN);
  if (places.length > SHOWN) return `в строках ${shown.join(', ')} и других`;
  return `в строках ${shown.slice(0, -1).join(', ')} и ${shown[shown.length - 1] ?? ''}`;
}

const SHOWN = 3;
