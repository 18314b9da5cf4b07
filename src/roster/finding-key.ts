import type { Entry } from './audit-list';
import { nameKey } from './names';
import { normalizePhone } from './phone';
import type { FieldName, RuleId } from './roster';
import { maskSnils } from './snils';

/**
 * What a finding is called from one import to the next: whose it is, what it is about, and the value it
 * was found in. Lines move and spellings are tidied, so neither is part of it; another value is
 * another finding, since a word said about the old one tells nothing about it.
 */
export function findingKey(entry: Entry, rule: RuleId, field: FieldName): string {
  return [personOf(entry), `${rule} ${field}`, levelled(field, entry.values[field])].join(
    SEPARATOR,
  );
}

/** The key without the value: the same fault of the same people, before and after a try to mend it. */
export function faultOf(key: string): string {
  return key.slice(0, key.lastIndexOf(SEPARATOR));
}

/** The key of a finding that stands there for the second, third … time. */
export function nthKey(key: string, time: number): string {
  return `${faultOf(key)} ${String(time)}${key.slice(key.lastIndexOf(SEPARATOR))}`;
}

/** No cell holds one: every cell is a single line. */
const SEPARATOR = '\n';

/** A child and a parent are hardly ever namesakes both; a child alone may well have one. */
function personOf({ childName, parentKey, values, line, sheet = '' }: Entry): string {
  if (childName === '' && parentKey === '') return `${sheet} ${String(line)}`;
  return parentKey === ''
    ? `${childName}|${values.childBirthDate}|${nameKey(values.className)}`
    : `${childName}|${parentKey}`;
}

function levelled(field: FieldName, value: string): string {
  switch (field) {
    case 'childSnils':
    case 'parentSnils':
      // Enough to see a change; a finding never holds a whole number.
      return maskSnils(value);
    case 'parentPhone':
      return normalizePhone(value) || value;
    case 'childName':
    case 'parentName':
      // What is wrong with a name may be its spelling.
      return value;
    default:
      return value.toLowerCase();
  }
}
