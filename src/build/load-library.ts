import { compileLibrary, filesOfRegions, type Library, type Translation } from '../guide';
import { describeProblem } from './describe-problem';
import { locateProblems, readSources } from './site-folder';
import { typesetLibrary } from './typography';

/** Where a build's guides lie. */
export interface GuidesPlace {
  /** The product's own. */
  guides: string;
  /** A school's own folder, with its `site.yaml`; absent for the product as it is. */
  site?: string;
}

/**
 * Reads and compiles the guides of a build.
 * @returns the library, typeset, what there is of it in other languages, and the files that it was made of
 * @throws Error listing every problem, which stops the build
 */
export function loadLibrary({ guides, site }: GuidesPlace): {
  library: Library;
  translations: Translation[];
  files: Map<string, string>;
} {
  const sources = readSources(guides, site);
  const today = new Date().toISOString().slice(0, 10);
  const { library, translations, problems } = compileLibrary(sources.files, today);
  const errors = locateProblems([...sources.problems, ...problems], sources.own).filter(
    (problem) => problem.severity === 'error',
  );
  if (errors.length > 0) {
    throw new Error(`В памятках есть ошибки:\n${errors.map(describeProblem).join('\n')}`);
  }
  return {
    library: typesetLibrary(library),
    translations,
    files: filesOfRegions(sources.files, library.site?.regions),
  };
}
