import { LANGUAGES } from '../messages/catalogues';
import type { Contact, Library, Problem, Region, TranslatedGuide, Translation } from './guide';
import { readRegionWords, translateRegion, type RegionWords } from './region-words';
import { guidesOfRegion } from './route';
import { compileTranslation } from './translation';
import { problemAt } from './yaml';

/** `krasnoyarsk/kiasuo.tg.md`, `krasnoyarsk/region.tg.yaml`: a file in Tajik beside the Russian one. */
const TRANSLATION = /^([^.]+)\.([a-z]{2,3})\.(?:md|yaml)$/;

const NAMES = new Intl.DisplayNames('ru', { type: 'language', fallback: 'none' });

/** Whether a file of the guides folder stands beside another one, in another language. */
export function isTranslation(file: string): boolean {
  return TRANSLATION.test(file);
}

/**
 * Compiles all translations of a guides folder, each language with its guides and regions.
 * @param files as for `compileLibrary`
 * @param contacts whose phones become links
 */
export function compileTranslations(
  files: ReadonlyMap<string, string>,
  library: Library,
  contacts: readonly Contact[],
): { translations: Translation[]; problems: Problem[] } {
  const problems: Problem[] = [];
  interface Found {
    guides: TranslatedGuide[];
    words: Map<string, RegionWords>;
  }
  const found = new Map<string, Found>();
  for (const [file, source] of files) {
    const [, name = '', language = ''] = TRANSLATION.exec(file) ?? [];
    if (name === '') continue;
    const fault = faultOfLanguage(language);
    if (fault !== undefined) {
      problems.push(problemAt(file, 1, fault));
      continue;
    }
    const { guides, words }: Found = found.get(language) ?? { guides: [], words: new Map() };
    found.set(language, { guides, words });
    if (file.endsWith('.yaml')) {
      const read = readRegionWords(source, file, contacts);
      problems.push(...read.problems);
      if (read.words) words.set(name, read.words);
      continue;
    }
    const original = library.guides.find(({ id }) => id === name);
    if (!original) {
      problems.push(problemAt(file, 1, `Памятки ${name}.md нет: переводить нечего.`));
      continue;
    }
    const regions = library.regions.map(({ id }) => id);
    const compiled = compileTranslation(source, original, { file, regions, contacts });
    problems.push(...compiled.problems);
    if (compiled.guide) guides.push(compiled.guide);
  }
  const translations = [...found].map(([language, { guides, words }]): Translation => {
    const regions = library.regions.map((region) =>
      translateRegion(
        region,
        [`${region.id}/region`, `${region.id}/school`, 'common/contacts'].flatMap(
          (name) => words.get(name) ?? [],
        ),
      ),
    );
    problems.push(...untranslatedWords(language, regions, guides, library));
    return { language, regions, guides };
  });
  return { translations, problems };
}

function faultOfLanguage(language: string): string | undefined {
  if (language === 'ru') return 'Русская памятка называется без «.ru».';
  if (NAMES.of(language) !== undefined) return undefined;
  return `Языка «${language}» нет: нужен код вроде «tg» (таджикский) или «ky» (киргизский).`;
}

/** What stands in Russian around the guides of a language. */
function untranslatedWords(
  language: string,
  regions: readonly Region[],
  guides: readonly TranslatedGuide[],
  library: Library,
): Problem[] {
  const warn = (file: string, message: string): Problem => ({
    file,
    line: 1,
    severity: 'warning',
    message,
  });
  const problems: Problem[] = [];
  if (!LANGUAGES.includes(language) && guides[0]) {
    problems.push(
      warn(
        `${guides[0].id}.${language}.md`,
        `Слов страницы на этом языке нет (src/messages): вокруг памятки останутся русские.`,
      ),
    );
  }
  for (const region of regions) {
    const shown = guidesOfRegion(library, region);
    if (!guides.some(({ id }) => shown.some((guide) => guide.id === id))) continue;
    // A school's own contacts may well stay as they are.
    const left = region.contacts.filter(
      ({ id, isOriginal }) =>
        isOriginal && library.site?.contacts.every((contact) => contact.id !== id) !== false,
    );
    if (left.length > 0) {
      const names = left.map(({ id }) => id).join(', ');
      problems.push(
        warn(
          `${region.id}/region.yaml`,
          `На языке «${language}» нет слов контактов: ${names}. Впишите их в ${region.id}/region.${language}.yaml.`,
        ),
      );
    }
  }
  return problems;
}
