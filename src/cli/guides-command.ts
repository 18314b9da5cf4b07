import { fileURLToPath } from 'node:url';
import { describeProblem } from '../build/describe-problem';
import { readLogo } from '../build/logo';
import { isSiteFolder, locateProblems, readSources, type Sources } from '../build/site-folder';
import { compileLibrary, type Problem } from '../guide';
import { readArguments, UsageError } from './command';

const OWN_GUIDES = fileURLToPath(new URL('../guides', import.meta.url));

/**
 * `pamyatka guides [FOLDER]`: guides, or a school's own folder with its `site.yaml`; without a
 * folder, the product's own guides.
 * @returns 0, or 1 when some guide has an error; warnings alone are no failure
 * @throws UsageError when the folder cannot be read
 */
export function guidesCommand(args: string[]): number {
  const { positionals } = readArguments(args, {}, { least: 0, most: 1 });
  const folder = positionals[0] ?? OWN_GUIDES;
  const sources = read(folder);
  const compiled = compileLibrary(sources.files, new Date().toISOString().slice(0, 10));
  const { library } = compiled;
  const problems = locateProblems([...sources.problems, ...compiled.problems], sources.own).filter(
    // Of the product's own files a school can mend none.
    ({ file, severity }) =>
      severity === 'error' || sources.own.size === 0 || [...sources.own.values()].includes(file),
  );
  problems.push(...logoProblems(folder, library.site?.logo));
  for (const problem of problems) process.stdout.write(`${describeProblem(problem)}\n`);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  if (library.guides.length === 0 && errors === 0) {
    throw new UsageError(`В папке «${folder}» нет памяток: ждём папки регионов с файлами .md.`);
  }
  process.stderr.write(
    `Памяток: ${String(library.guides.length)}, ошибок: ${String(errors)}, предупреждений: ${String(problems.length - errors)}.\n`,
  );
  return errors === 0 ? 0 : 1;
}

/** A school's folder is checked with the product's guides, to which it adds. */
function read(folder: string): Sources {
  try {
    return isSiteFolder(folder) ? readSources(OWN_GUIDES, folder) : readSources(folder);
  } catch {
    throw new UsageError(`Папка «${folder}» не открывается. Проверьте имя.`);
  }
}

function logoProblems(folder: string, logo: string | undefined): Problem[] {
  if (logo === undefined) return [];
  try {
    readLogo(folder, logo);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ file: 'site.yaml', line: 1, severity: 'error', message }];
  }
}
