import type { Contact, Guide, Library, Problem, Region, Site } from './guide';
import { checkLibrary } from './check';
import { compileGuide } from './compile';
import { addToRegion, readRegion, readShared, type Shared } from './region';
import { readSite } from './site';
import { lineOf, problemAt } from './yaml';

const SHARED_FILE = 'common/contacts.yaml';

/** Lies beside the guides, where a school has made the product its own. */
const SITE_FILE = 'site.yaml';

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
  const site = compileSite(files, shared, problems);
  const regions = compileRegions(files, shared, site, problems);
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
  const library: Library = { regions, guides, ...(site && { site }) };
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

function compileSite(
  files: ReadonlyMap<string, string>,
  shared: Shared,
  problems: Problem[],
): Site | undefined {
  const source = files.get(SITE_FILE);
  if (source === undefined) return undefined;
  const { site, problems: found } = readSite(source, SITE_FILE);
  problems.push(...found);
  if (!site) return undefined;
  const isTaken = (id: string): boolean => shared.contacts.some((contact) => contact.id === id);
  for (const { id } of site.contacts.filter((contact) => isTaken(contact.id))) {
    problems.push(problemAt(SITE_FILE, lineOf(source, id), takenContact(id)));
  }
  return { ...site, contacts: site.contacts.filter(({ id }) => !isTaken(id)) };
}

/** A contact that parents know must not change its number unnoticed. */
function takenContact(id: string): string {
  return `Контакт «${id}» в Памятке уже есть, заменить его нельзя. Дайте своему другое имя (id).`;
}

function withContacts(region: Region, added: readonly Contact[]): Region {
  const known = new Set(region.contacts.map(({ id }) => id));
  return {
    ...region,
    contacts: [...region.contacts, ...added.filter(({ id }) => !known.has(id))],
  };
}

function compileRegions(
  files: ReadonlyMap<string, string>,
  shared: Shared,
  site: Site | undefined,
  problems: Problem[],
): Region[] {
  const regions: Region[] = [];
  for (const [file, source] of files) {
    if (!file.endsWith('/region.yaml')) continue;
    const own = site?.contacts ?? [];
    const known = { ...shared, contacts: [...shared.contacts, ...own] };
    const result = readRegion(source, file, known);
    problems.push(...result.problems);
    if (!result.region) continue;
    const addition = file.replace(/region\.yaml$/, 'school.yaml');
    const added = addToRegion(result.region, files.get(addition) ?? '{}', addition);
    problems.push(...added.problems);
    regions.push(withContacts(added.region, own));
  }
  return regions;
}
