import type { Entry } from '../audit-list';

/**
 * True if the parents of a group cannot all be one person. A nameless one may be anybody, and
 * «Иванова Анна» may be «Иванова Анна Петровна».
 */
export function differentPeople(group: readonly Entry[]): boolean {
  const first = group[0]?.parentKey;
  if (group.every((entry) => entry.parentKey === first)) return false;
  const names = new Set(group.map((entry) => entry.parentKey).filter((key) => key !== ''));
  for (const name of [...names]) {
    const words = name.split(' ');
    if (words.length > 2) names.delete(words.slice(0, 2).join(' '));
  }
  return names.size > 1;
}
