import type { FamilyLink } from '../link/family-link';
import { withDatabase } from './database';

/** A child of the family, as this device alone knows it. */
export interface Child extends FamilyLink {
  /** Names the child's ticks. */
  id: string;
  /** A name or any other label; may be empty. */
  name: string;
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
  const { id, name, className, school, inviteCode } = fields;
  return typeof id === 'string' &&
    typeof name === 'string' &&
    typeof className === 'string' &&
    typeof school === 'string' &&
    typeof inviteCode === 'string'
    ? { id, name, className, school, inviteCode }
    : undefined;
}

/** How a child is called on the pages: «Аня, 4А». */
export function nameOfChild({ id, name, className }: Child): string {
  return [name, className].filter((part) => part !== '').join(', ') || `Ребёнок ${id}`;
}
