import { applies } from '../guide/condition';
import type { Condition, Situation } from '../guide/guide';
import type { FamilyLink } from '../link/family-link';
import * as words from '../messages';
import { withDatabase } from './database';

/** A child of the family, as this device alone knows it. */
export interface Child extends FamilyLink {
  /** Names the child's ticks. */
  id: string;
  /** A name or any other label; may be empty. */
  name: string;
  /** As the guides part: under 14 or not; absent where nobody has said it. */
  age?: 'under14' | 'from14';
}

/** Where the setting lies. */
export const CHILDREN = 'children';

/** The children in the order of adding; none where nothing was kept or nothing can be read. */
export async function loadChildren(): Promise<Child[]> {
  try {
    return parseChildren(await withDatabase((database) => database.get('settings', CHILDREN)));
  } catch {
    return [];
  }
}

/** Leaves out what is no child. */
export function parseChildren(value: unknown): Child[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => parseChild(item) ?? []) : [];
}

function parseChild(value: unknown): Child | undefined {
  const fields = (value ?? {}) as Partial<Record<keyof Child, unknown>>;
  const { id, name, className, school, inviteCode, age } = fields;
  return typeof id === 'string' &&
    typeof name === 'string' &&
    typeof className === 'string' &&
    typeof school === 'string' &&
    typeof inviteCode === 'string'
    ? {
        id,
        name: withoutDirections(name),
        className: withoutDirections(className),
        school,
        inviteCode,
        ...((age === 'under14' || age === 'from14') && { age }),
      }
    : undefined;
}

/** Marks that turn the direction of a line would turn what stands after a name, too. */
function withoutDirections(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/**
 * The children that a step «for each child» is for: whose own age is not known has the age that
 * was answered for all.
 */
export function childrenFor(
  when: Condition,
  children: readonly Child[],
  answers: Situation,
): Child[] {
  return children.filter(({ age = answers.age }) => applies(when, { ...(age && { age }) }));
}

/** The answers with the age that all children have; with none if they stand on both sides of 14. */
export function withAges(answers: Situation, children: readonly Child[]): Situation {
  if (!children[0]) return answers;
  const { age: answered, ...others } = answers;
  const { age = answered } = children[0];
  const isEach = children.every((child) => (child.age ?? answered) === age);
  return isEach && age !== undefined ? { ...others, age } : others;
}

/** How a child is called on the pages: «Аня, 4А». */
export function nameOfChild({ id, name, className }: Child): string {
  return [name, className].filter((part) => part !== '').join(', ') || `${words.child} ${id}`;
}
