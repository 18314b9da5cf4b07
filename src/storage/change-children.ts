import { CHILDREN, parseChildren, type Child } from './children';
import { changeFamily } from './progress';
import { FIRST_CHILD } from './step-keys';

/**
 * Adds a child, or keeps the changes of one that is there.
 * @param child with `id: ''` for a new one
 * @throws StorageError
 */
export async function saveChild(child: Child): Promise<void> {
  await changeFamily(async ({ settings }) => {
    const children = parseChildren(await settings.get(CHILDREN));
    await settings.put(withChild(children, child), CHILDREN);
    return {};
  });
}

/**
 * Removes a child with its ticks, both or nothing.
 * @throws StorageError
 */
export async function removeChild(id: string): Promise<void> {
  await changeFamily(async ({ settings, ticks }) => {
    const children = parseChildren(await settings.get(CHILDREN));
    await settings.put(
      children.filter((child) => child.id !== id),
      CHILDREN,
    );
    return { remove: (await ticks.getAll()).filter(({ child }) => child === id) };
  });
}

/** The list with a child that is changed in its place, or stands last under an id of its own. */
export function withChild(children: readonly Child[], child: Child): Child[] {
  if (children.some(({ id }) => id === child.id)) {
    return children.map((other) => (other.id === child.id ? child : other));
  }
  return [...children, { ...child, id: freeId(children) }];
}

function freeId(children: readonly Child[]): string {
  let number = Number(FIRST_CHILD);
  while (children.some(({ id }) => id === String(number))) number += 1;
  return String(number);
}
