import {
  CONDITION_VALUES,
  type Condition,
  type ConditionTerm,
  type Fact,
  type Situation,
} from './guide';

/**
 * Whether something with this condition is for a reader in this situation.
 * False only when the condition is known not to hold: what nobody answered hides nothing.
 */
export function applies(when: Condition | undefined, situation: Situation): boolean {
  return (when ?? []).every(({ fact, values }) => {
    const known = situation[fact];
    return known === undefined || values.includes(known);
  });
}

/**
 * The facts on which it still depends what is shown: those whose answer shows or hides something
 * that nothing else hides.
 */
export function openFacts(conditions: readonly Condition[], situation: Situation): Set<Fact> {
  return new Set(
    conditions.flatMap((when) =>
      when
        .map(({ fact }) => fact)
        .filter((fact) =>
          applies(
            when.filter((term) => term.fact !== fact),
            situation,
          ),
        ),
    ),
  );
}

/** Both conditions at once, as for a step with its own condition in a conditional section. */
export function both(
  first: Condition | undefined,
  second: Condition | undefined,
): Condition | undefined {
  return first && second ? [...first, ...second] : (first ?? second);
}

/**
 * Reads the text between `{if:` and `}`: terms joined by commas, values by `|`.
 * @param regions ids that `region=` may name
 * @throws Error with a Russian message that names the mistake
 */
export function parseCondition(source: string, regions: readonly string[]): Condition {
  return source.split(',').map((term) => parseTerm(term.trim(), regions));
}

function parseTerm(source: string, regions: readonly string[]): ConditionTerm {
  const age = /^age\s*(<|>=)\s*14$/.exec(source);
  if (age) return { fact: 'age', values: [age[1] === '<' ? 'under14' : 'from14'] };

  const match = /^([a-z]+)\s*(!?=)\s*(.+)$/.exec(source);
  if (!match) {
    throw new Error(`Условие «${source}» не понято. Пишите, например: age<14 или device=android.`);
  }
  const [, name = '', operator, list = ''] = match;
  if (name === 'age' || !isFact(name)) {
    const known = Object.keys(CONDITION_VALUES).join(', ');
    throw new Error(
      name === 'age'
        ? `Возраст пишут так: age<14 или age>=14, а не «${source}».`
        : `В условии неизвестное слово «${name}». Можно: ${known}.`,
    );
  }
  const allowed: readonly string[] = name === 'region' ? regions : CONDITION_VALUES[name];
  const values = list.split('|').map((value) => value.trim());
  const unknown = values.find((value) => !allowed.includes(value));
  if (unknown !== undefined) {
    throw new Error(
      `В условии «${source}» неизвестное значение «${unknown}». Можно: ${allowed.join(', ')}.`,
    );
  }
  return {
    fact: name,
    values: operator === '=' ? values : allowed.filter((value) => !values.includes(value)),
  };
}

function isFact(name: string): name is Fact {
  return Object.keys(CONDITION_VALUES).includes(name);
}

/** The condition as an attribute's text, read back by {@link deserializeCondition}: `age=under14;device=android|other`. */
export function serializeCondition(when: Condition): string {
  return when.map(({ fact, values }) => `${fact}=${values.join('|')}`).join(';');
}

/** Reads what {@link serializeCondition} wrote; the input is this build's own HTML. */
export function deserializeCondition(source: string): Condition {
  return source.split(';').map((term) => {
    const [fact = '', values = ''] = term.split('=');
    return { fact: fact as Fact, values: values.split('|') };
  });
}
