import { fileURLToPath } from 'node:url';
import { describeProblem } from '../build/describe-problem';
import { readGuidesFolder } from '../build/guides-folder';
import { compileLibrary } from '../guide';
import { readArguments, UsageError } from './command';

const OWN_GUIDES = fileURLToPath(new URL('../guides', import.meta.url));

/**
 * `pamyatka guides [FOLDER]`; without a folder, the product's own guides.
 * @returns 0, or 1 when some guide has an error; warnings alone are no failure
 * @throws UsageError when the folder cannot be read
 */
export function guidesCommand(args: string[]): number {
  const { positionals } = readArguments(args, {}, { least: 0, most: 1 });
  const folder = positionals[0] ?? OWN_GUIDES;
  let files: Map<string, string>;
  try {
    files = readGuidesFolder(folder);
  } catch {
    throw new UsageError(`Папка «${folder}» не открывается. Проверьте имя.`);
  }
  const { library, problems } = compileLibrary(files, new Date().toISOString().slice(0, 10));
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
