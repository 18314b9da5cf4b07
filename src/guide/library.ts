import type { Guide, Library, Problem, Region } from './guide';
import { checkLibrary } from './check';
import { compileGuide } from './compile';
import { readRegion, readShared, type Shared } from './region';

const SHARED_FILE = 'common/contacts.yaml';

/**
 * Compiles a whole guides folder.
 * @param files text by path inside the folder (`krasnoyarsk/kiasuo.md`); of pictures only the paths count
 * @param today ISO date against which the age of verification is counted
 */
export function compileLibrary(
  files: ReadonlyMap<string, string>,
  today: string,
): { library: Library; problems: Problem[] } {
  const problems: Problem[] = [];
  const shared = compileShared(files, problems);
  const regions = compileRegions(files, shared, problems);
  const contacts = [
    ...shared.contacts,
    ...regions.flatMap((region) => [...region.contacts, ...region.memoContacts]),
  ];
  const guides: Guide[] = [];
  for (const [file, source] of files) {
    if (!file.endsWith('.md') || !file.includes('/')) continue;
    const compiled = compileGuide(source, {
      file,
      regions: regions.map((region) => region.id),
      contacts,
    });
    problems.push(...compiled.problems);
    if (compiled.guide) guides.push(compiled.guide);
  }
  const library = { regions, guides };
  problems.push(...checkLibrary(library, files, today));
  return { library, problems };
}

function compileShared(files: ReadonlyMap<string, string>, problems: Problem[]): Shared {
  const source = files.get(SHARED_FILE);
  if (source === undefined) return { contacts: [], sites: [] };
  const result = readShared(source, SHARED_FILE);
  problems.push(...result.problems);
  return result.shared ?? { contacts: [], sites: [] };
}

function compileRegions(
  files: ReadonlyMap<string, string>,
  shared: Shared,
  problems: Problem[],
): Region[] {
  const regions: Region[] = [];
  for (const [file, source] of files) {
    if (!file.endsWith('/region.yaml')) continue;
    const result = readRegion(source, file, shared);
    problems.push(...result.problems);
    if (result.region) regions.push(result.region);
  }
  return regions;
}
