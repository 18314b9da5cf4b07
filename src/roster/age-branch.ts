import type { AuditList, Entry } from './audit-list';
import { yearsBetween } from './dates';

/** From this age a child has rights of its own in the services. */
const OF_AGE = 14;
const MOST_NAMED = 10;

/**
 * Which of the guides' two branches the children of a list belong to, as a Russian sentence; none
 * where all are under 14, as in most classes, or no birth date can be read.
 * Source: the Krasnoyarsk document: under 14 only a parent makes and restores the child's login, and
 * asks «Моя школа» for the child; from 14 on the child does.
 */
export function ageBranchNotes({ families, today }: AuditList): string[] {
  const dated = [...families.values()].flatMap((family) => {
    const entry = family.find(({ childBirth }) => childBirth !== undefined);
    return entry ? [entry] : [];
  });
  const grown = dated.filter(
    ({ childBirth }) => childBirth !== undefined && yearsBetween(childBirth, today) >= OF_AGE,
  );
  const theirs = 'Запрос в «Мою школу» они отправляют сами.';
  if (grown.length === 0) return [];
  if (grown.length === dated.length) return [`Всем в списке уже есть 14 лет. ${theirs}`];
  return [
    `14 лет уже есть у ${grown.length} из ${dated.length}: ${named(grown)}. ${theirs} Остальным логин и пароль создаёт и восстанавливает только родитель.`,
  ];
}

function named(entries: readonly Entry[]): string {
  const first = entries.slice(0, MOST_NAMED).map(placeOf).join(', ');
  const others = entries.length - MOST_NAMED;
  return others > 0 ? `${first} и ещё ${others}` : first;
}

function placeOf({ line, sheet }: Entry): string {
  return sheet === undefined ? `строка ${line}` : `лист «${sheet}», строка ${line}`;
}
