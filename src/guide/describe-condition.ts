import type { Messages } from '../messages/catalogues';
import { clauses, ifAll, or, youOfAge } from '../messages/ru/page';
import type { Condition, ConditionTerm, Fact } from './guide';

/** What conditions are said with. */
export type ConditionWords = Pick<Messages, 'clauses' | 'ifAll' | 'or' | 'youOfAge'>;

export const RUSSIAN_CONDITIONS: ConditionWords = { clauses, ifAll, or, youOfAge };

/** The condition in words, for a reader who sees every variant: «Если ученику ещё нет 14 лет». */
export function describeCondition(
  when: Condition,
  words: ConditionWords = RUSSIAN_CONDITIONS,
): string {
  const toPupil = when.some(({ fact, values }) => fact === 'role' && values.join() === 'pupil');
  const said = when.flatMap(({ fact, values }) => {
    if (fact === 'region') return [];
    const clause: { subject: string; values: Readonly<Record<string, string>> } =
      words.clauses[fact];
    const subject = fact === 'age' && toPupil ? words.youOfAge : clause.subject;
    return [
      subject +
        either(
          values.map((value) => clause.values[value] ?? value),
          words.or,
        ),
    ];
  });
  return said.length === 0 ? '' : words.ifAll(said);
}

function either(values: readonly string[], or: string): string {
  const last = values[values.length - 1] ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')}${or}${last}`;
}

/** Each condition of one value that has words; regions have none. */
export function describedConditions(): ConditionTerm[] {
  return Object.entries(clauses).flatMap(([fact, { values }]) =>
    Object.keys(values).map((value) => ({ fact: fact as Fact, values: [value] })),
  );
}
