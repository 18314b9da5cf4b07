import {
  groupByFamily,
  groupFindings,
  SEVERITY_TITLES,
  type FamilyGroup,
  type FindingGroup,
} from './finding-groups';
import { placeOf, type Finding, type FindingSeverity, type RosterRow, type RuleId } from './roster';

/** Findings named under one heading, and headings: more nobody reads one by one, and a file has them all. */
export const MOST_SHOWN = 200;

/** What findings stand under. */
export type FindingOrder = 'kind' | 'family';

/** A finding with whom it is about: «4Б, Алексеев Артём», '' where there is no name. */
export interface ShownFinding {
  finding: Finding;
  who: string;
}

/** A number of things, and the first of them. */
export interface Shown<T> {
  count: number;
  first: readonly T[];
}

/** Findings under one heading. */
export interface FindingSection extends Shown<ShownFinding> {
  /** The same from one audit to the next. */
  key: string;
  title: string;
  severity: FindingSeverity;
  /** Present where all are of one kind. */
  rule?: RuleId;
}

const BLOCKED = { 'sign-in': 'не даст войти', meals: 'не даст выбрать питание' } as const;

/** Findings under their headings, what is most in the way first. */
export function sectionsOf(
  order: FindingOrder,
  findings: readonly Finding[],
  rows: readonly RosterRow[],
  show: (findings: readonly Finding[]) => ShownFinding[],
): Shown<FindingSection> {
  const groups = order === 'kind' ? groupFindings(findings) : groupByFamily(rows, findings);
  const first = groups
    .slice(0, MOST_SHOWN)
    .map((group) => ('rule' in group ? ofKind(group) : ofFamily(group)))
    .map(({ findings: all, ...heading }) => ({ ...heading, count: all.length, first: show(all) }));
  return { count: groups.length, first };
}

type Heading = Pick<FindingSection, 'key' | 'title' | 'severity' | 'rule'> & {
  findings: readonly Finding[];
};

function ofKind({ rule, severity, findings }: FindingGroup): Heading {
  const blocked = severity === 'error' && rule.blocks ? ` (${BLOCKED[rule.blocks]})` : '';
  return {
    key: `${severity} ${rule.id}`,
    title: `${SEVERITY_TITLES[severity]}: ${rule.title}${blocked}`,
    severity,
    rule: rule.id,
    findings,
  };
}

function ofFamily({ className, childName, findings }: FamilyGroup): Heading {
  const [worst] = findings;
  const severity = worst?.severity ?? 'question';
  const name = [className, childName || 'Без имени'].filter(Boolean).join(', ');
  return {
    key: `family ${name} ${worst ? placeOf(worst) : ''}`,
    title: `${SEVERITY_TITLES[severity]}: ${name}`,
    severity,
    findings,
  };
}
