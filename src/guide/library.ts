import type { Contact, Guide, Library, Problem, Region, Site, Translation } from './guide';
import { checkLibrary } from './check';
import { compileGuide } from './compile';
import { addToRegion, readRegion, readShared, type Shared } from './region';
import { readSite } from './site';
import { compileTranslations, isTranslation } from './translations';
import { lineOf, problemAt } from './yaml';

const SHARED_FILE = 'common/contacts.yaml';
const REGION_FILE = 'region.yaml';

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
): { library: Library; translations: Translation[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const shared = compileShared(files, problems);
  const site = compileSite(files, shared, problems);
  const shown = filesOfRegions(files, site?.regions);
  const regions = compileRegions(shown, shared, site, problems);
  const contacts = [
    ...shared.contacts,
    ...regions.flatMap((region) => [...region.contacts, ...region.memoContacts]),
  ];
  const guides: Guide[] = [];
  for (const [file, source] of shown) {
    if (!file.endsWith('.md') || !file.includes('/') || isTranslation(file)) continue;
    const compiled = compileGuide(source, {
      file,
      // A guide for several regions may speak of one that this site does not have.
      regions: regionsIn(files),
      contacts,
    });
    problems.push(...compiled.problems);
    if (compiled.guide) guides.push(compiled.guide);
  }
  const library: Library = { regions, guides, ...(site && { site }) };
  problems.push(...checkLibrary(library, shown, today));
  const translated = compileTranslations(shown, library, contacts);
  problems.push(...translated.problems);
  return { library, translations: translated.translations, problems };
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
  for (const id of site.regions ?? []) {
    if (files.has(`${id}/${REGION_FILE}`)) continue;
    const known = regionsIn(files).join(', ');
    problems.push(problemAt(SITE_FILE, lineOf(source, id), `Региона «${id}» нет. Есть: ${known}.`));
  }
  const isTaken = (id: string): boolean => shared.contacts.some((contact) => contact.id === id);
  for (const { id } of site.contacts.filter((contact) => isTaken(contact.id))) {
    problems.push(problemAt(SITE_FILE, lineOf(source, id), takenContact(id)));
  }
  return { ...site, contacts: site.contacts.filter(({ id }) => !isTaken(id)) };
}

function regionsIn(files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].flatMap((file) => {
    const [folder = '', name] = file.split('/');
    return name === REGION_FILE ? [folder] : [];
  });
}

/**
 * What a site of these regions has: their folders and what they share.
 * @param regions absent: all of them
 */
export function filesOfRegions(
  files: ReadonlyMap<string, string>,
  regions: readonly string[] | undefined,
): Map<string, string> {
  if (!regions) return new Map(files);
  const folders = ['common', ...regions];
  return new Map(
    [...files].filter(
      ([file]) => !file.includes('/') || folders.some((folder) => file.startsWith(`${folder}/`)),
    ),
  );
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
    if (!file.endsWith(`/${REGION_FILE}`)) continue;
    const own = site?.contacts ?? [];
    const known = { ...shared, contacts: [...shared.contacts, ...own] };
    const result = readRegion(source, file, known);
    problems.push(...result.problems);
    if (!result.region) continue;
    const addition = file.replace(REGION_FILE, 'school.yaml');
    const added = addToRegion(result.region, files.get(addition) ?? '{}', addition);
    problems.push(...added.problems);
    regions.push(withContacts(added.region, own));
  }
  return regions;
}
