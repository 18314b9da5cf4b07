import type { MemoFamily } from './memo';

/**
 * The families with the teacher's own words after «для».
 * @param words by the child's name as the list has it; '' leaves the name out
 */
export function withForWhom(
  families: readonly MemoFamily[],
  words: Readonly<Record<string, string>>,
): MemoFamily[] {
  // A map: an object would have words for a child called «constructor» too.
  const byName = new Map(Object.entries(words));
  const written = ({ siblings, ...family }: MemoFamily): MemoFamily => {
    const forWhom = byName.get(family.childName);
    return {
      ...family,
      ...(forWhom !== undefined && { forWhom }),
      ...(siblings && { siblings: siblings.map(written) }),
    };
  };
  return families.map(written);
}
