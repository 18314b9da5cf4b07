const PLURAL = new Intl.PluralRules('ru');

/** How long a guide takes, in words: «около 20 минут», «около 21 минуты». */
export function aboutMinutes(minutes: number): string {
  return `около ${String(minutes)} ${PLURAL.select(minutes) === 'one' ? 'минуты' : 'минут'}`;
}
