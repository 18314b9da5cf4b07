import type { Child } from './children';

/** Whose the steps «for each child» are while no child was added; the first one added gets it. */
export const FIRST_CHILD = '1';

/** Whose boxes a step has: '' is the family's own. */
export function ownersOf(isPerChild: boolean, children: readonly Child[]): string[] {
  if (!isPerChild) return [''];
  return children.length > 0 ? children.map(({ id }) => id) : [FIRST_CHILD];
}

/**
 * Under which child and step a tick may lie, the present key first: a step may have had another
 * id, and may have become one for each child, or ceased to be.
 * @param ids the step's present id and earlier ones
 * @param owner as `ownersOf` names them
 */
export function keysOfStep(ids: readonly string[], owner: string): [child: string, step: string][] {
  const owners =
    owner === '' ? ['', FIRST_CHILD] : owner === FIRST_CHILD ? [FIRST_CHILD, ''] : [owner];
  return ids.flatMap((step) => owners.map((child): [string, string] => [child, step]));
}
