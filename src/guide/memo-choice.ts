import type { Guide, Library, Region } from './guide';
import { stepsOf } from './walk';

/** A guide that a memo can be made from, with the region whose contacts it carries. */
export interface MemoGuide {
  region: Region;
  guide: Guide;
}

/** Whether the service is joined with a code: some step is only for those who have one. */
export function usesInviteCodes(guide: Guide): boolean {
  return stepsOf(guide).some((step) =>
    step.when?.some(({ fact, values }) => fact === 'access' && values.includes('code')),
  );
}

/** The families' memo of each region. */
export function memoGuides(library: Library): MemoGuide[] {
  return library.regions.flatMap((region) => {
    const guide = library.guides.find((candidate) => candidate.id === region.memo);
    return guide ? [{ region, guide }] : [];
  });
}

/** All guides as each region shows them: any can be printed as a checklist. */
export function guidesOfAllRegions({ regions, guides }: Library): MemoGuide[] {
  return regions.flatMap((region) =>
    guides
      .filter((guide) => guide.region === region.id || guide.region === 'common')
      .map((guide) => ({ region, guide })),
  );
}

/** The memo that fits a list: one with codes for a list that has them. */
export function memoGuideFor(library: Library, listHasCodes: boolean): MemoGuide | undefined {
  const all = memoGuides(library);
  return all.find(({ guide }) => usesInviteCodes(guide) === listHasCodes) ?? all[0];
}

/** The guide with this name as a region shows it: `krasnoyarsk/kiasuo`, `tyumen/gosuslugi`. */
export function findMemoGuide(library: Library, name: string): MemoGuide | undefined {
  const [regionId, slug] = name.split('/');
  const region = library.regions.find((candidate) => candidate.id === regionId);
  if (!region) return undefined;
  const guide = library.guides.find(
    (candidate) =>
      candidate.slug === slug && (candidate.region === regionId || candidate.region === 'common'),
  );
  return guide && { region, guide };
}
