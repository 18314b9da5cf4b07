import { bodyOf, type BodyItem } from './body';
import type { MemoFamily, MemoRequest } from './memo';

/** What the sheets of this request carry for readers with this access; a checklist the guide whole. */
export function memoBody(
  { guide, region, layout, situation }: MemoRequest,
  access: MemoFamily['access'],
): BodyItem[] {
  if (layout === 'checklist') return bodyOf(guide, { ...situation, region: region.id }, 'whole');
  return bodyOf(guide, {
    role: 'parent',
    region: region.id,
    ...(access !== 'unknown' && { access }),
  });
}
