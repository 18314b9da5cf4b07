import type { Guide, Role, Section } from '../../guide';
import type { Messages } from '../../messages/catalogues';
import * as russian from '../../messages/ru/page';

/** Whom a symptom meets. */
export interface Side {
  id: string;
  /** The entrance, in the reader's own words. */
  title: string;
  roles: readonly Role[];
  sections: Section[];
}

/** A troubleshooting guide's symptoms, each in one list, in the guide's order. */
export interface SortedSymptoms {
  /** Everybody's that stand before all others. */
  first: Section[];
  /** The families' and the school's; none where the guide has no symptoms of the one or the other alone. */
  sides: Side[];
  /** Everybody's other ones. */
  last: Section[];
}

/** Tells symptoms apart by the roles of their condition, so that a parent meets none of a school. */
export function sortSymptoms(
  { sections }: Guide,
  words: Pick<Messages, 'iAmParent' | 'iWorkAtSchool'> = russian,
): SortedSymptoms {
  const family: Side = {
    id: 'for-family',
    title: words.iAmParent,
    roles: ['parent', 'pupil'],
    sections: [],
  };
  const staff: Side = {
    id: 'for-staff',
    title: words.iWorkAtSchool,
    roles: ['teacher', 'staff'],
    sections: [],
  };
  const sides = [family, staff];
  const first: Section[] = [];
  const last: Section[] = [];
  for (const section of sections) {
    const roles = section.when?.find(({ fact }) => fact === 'role')?.values;
    const side = sides.find((one) =>
      roles?.every((role) => one.roles.some((other) => other === role)),
    );
    const isFirst = sides.every((one) => one.sections.length === 0);
    (side?.sections ?? (isFirst ? first : last)).push(section);
  }
  return sides.every((side) => side.sections.length > 0)
    ? { first, sides, last }
    : { first: [...sections], sides: [], last: [] };
}
