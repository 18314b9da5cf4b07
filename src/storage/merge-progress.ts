import { withChild } from './change-children';
import { CHILDREN, loadChildren, parseChildren, type Child } from './children';
import { isOwnGuide } from './own-guides';
import { changeFamily, loadAllTicks, type Tick } from './progress';
import type { Progress } from './progress-file';
import { loadSituation, parseSituation, SITUATION } from './settings';
import { FIRST_CHILD } from './step-keys';

/**
 * All that is kept here, for a file; but the ticks of a guide that the other phone does not have.
 * @throws StorageError
 */
export async function collectProgress(): Promise<Progress> {
  const [ticks, situation, children] = await Promise.all([
    loadAllTicks(),
    loadSituation(),
    loadChildren(),
  ]);
  return { ticks: ticks.filter(({ guide }) => !isOwnGuide(guide)), situation, children };
}

/**
 * Adds what another phone has kept, all or nothing. Nothing is unticked, no answer and no child's
 * data of this phone is changed; the same child is recognised by its code or its name.
 * @throws StorageError
 */
export async function mergeProgress(progress: Progress): Promise<void> {
  await changeFamily(async ({ settings }) => {
    const here = parseSituation(await settings.get(SITUATION));
    await settings.put({ ...progress.situation, ...here }, SITUATION);
    const { children, ticks } = mergeChildren(
      parseChildren(await settings.get(CHILDREN)),
      progress,
    );
    await settings.put(children, CHILDREN);
    return { add: ticks };
  });
}

/** The children of both phones, and the file's ticks under the ids that its children have here. */
export function mergeChildren(
  here: readonly Child[],
  { children: brought, ticks }: Progress,
): { children: readonly Child[]; ticks: Tick[] } {
  let children = here;
  // Where no child was named, its ticks are those of the first one here.
  const ids = new Map([[FIRST_CHILD, here[0]?.id ?? FIRST_CHILD]]);
  brought.forEach((child, index) => {
    const known = findKnown(here, child, index);
    const merged = known ? fillIn(known, child) : { ...child, id: '' };
    children = withChild(children, merged);
    ids.set(child.id, known?.id ?? children[children.length - 1]?.id ?? '');
  });
  return {
    children,
    ticks: ticks.map((tick) => ({ ...tick, child: ids.get(tick.child) ?? tick.child })),
  };
}

/** One without any data is taken for the one that stands at its place. */
function findKnown(here: readonly Child[], child: Child, index: number): Child | undefined {
  const { inviteCode, name, className } = child;
  if (inviteCode + name + className === '') return here[index];
  return here.find((other) =>
    inviteCode !== '' && other.inviteCode !== ''
      ? other.inviteCode === inviteCode
      : other.name === name && other.className === className,
  );
}

function fillIn(here: Child, brought: Child): Child {
  const age = here.age ?? brought.age;
  return {
    id: here.id,
    ...(age && { age }),
    name: here.name || brought.name,
    className: here.className || brought.className,
    school: here.school || brought.school,
    inviteCode: here.inviteCode || brought.inviteCode,
  };
}
