import { stepsOf, type Guide, type Situation } from '../guide';
import { parseCondition } from '../guide/condition';
import { UsageError } from './command';

/**
 * What is known of a checklist's reader, from `--if age<14 --if device=android`.
 * @throws UsageError for a word that is no condition, or that leaves more than one value
 */
export function readSituation(conditions: readonly string[]): Situation {
  const terms = conditions.flatMap((source) => {
    try {
      return parseCondition(source, []);
    } catch (error) {
      throw new UsageError(`--if ${source}: ${error instanceof Error ? error.message : ''}`);
    }
  });
  return Object.fromEntries(
    terms.map(({ fact, values }) => {
      const [value = ''] = values;
      if (values.length === 1) return [fact, value];
      throw new UsageError(`--if ${fact}: назовите одно значение, например ${fact}=${value}.`);
    }),
  );
}

/**
 * Ids of the steps to print ticked, from `--done open-chrome,sign-in`.
 * @throws UsageError for a step that the guide does not have
 */
export function readDone(guide: Guide, list: string): string[] {
  const known = stepsOf(guide).map(({ id }) => id);
  const done = list.split(',').map((id) => id.trim());
  const stranger = done.find((id) => !known.includes(id));
  if (stranger === undefined) return done;
  throw new UsageError(`--done: шага «${stranger}» в памятке нет. Есть: ${known.join(', ')}.`);
}
