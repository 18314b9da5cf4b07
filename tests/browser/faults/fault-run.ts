/** A whole matrix of faults, or a sample of it, with its figures. */

/** Whether `npm run test:full` asked for every case. */
const isFull = process.env['PAMYATKA_TEST'] === 'full';

/** Cases at work at once: each waits for its own time limits more than for the processor. */
const LANES = 4;

export interface FaultRun {
  readonly tried: number;
  /** What became of the cases that did not end well, in words. */
  readonly lost: readonly string[];
}

/**
 * Every case of a matrix, or `sampled` of them evenly spread, so that a run of `npm test` stays
 * short. Which ones is fixed: a failure can be repeated.
 */
export function sample<T>(cases: readonly T[], sampled: number): readonly T[] {
  if (isFull || cases.length <= sampled) return cases;
  const step = cases.length / sampled;
  return Array.from({ length: sampled }, (_, index) => cases[Math.floor(index * step)]!);
}

/**
 * Tries each case and prints how many were tried, survived and lost.
 * @param title what the faults are, for the printed line
 * @param all how many cases the whole matrix has
 * @param attempt throws, or does not end well, where the product loses to the fault
 */
export async function tryFaults<T>(
  title: string,
  cases: readonly T[],
  all: number,
  attempt: (item: T) => Promise<void>,
): Promise<FaultRun> {
  const lost: string[] = [];
  const queue = cases.values();
  const lane = async (): Promise<void> => {
    for (const item of queue) {
      await attempt(item).catch((error: unknown) => {
        lost.push(`${JSON.stringify(item)}: ${String(error).split('\n', 3).join(' ')}`);
      });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  report(title, { tried: cases.length, lost }, all);
  return { tried: cases.length, lost };
}

/** Prints the figures of a run, as issue and README quote them. */
export function report(title: string, { tried, lost }: FaultRun, all = tried): void {
  const whole = all > tried ? ` (всего случаев ${all}: npm run test:full)` : '';
  console.log(
    `${title}: испытано ${tried}, выдержано ${tried - lost.length}, потеряно ${lost.length}${whole}`,
  );
  for (const loss of lost.slice(0, 20)) console.log(`  ${loss}`);
}
