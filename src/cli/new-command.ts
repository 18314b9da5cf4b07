import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments, UsageError } from './command';
import { clonedFrom } from './github-repository';

const TEMPLATE = fileURLToPath(new URL('../src/cli/site-template', import.meta.url));

const WORKFLOW = '.github/workflows/pages.yml';

/** Files of the template that name the day, the folder or the product's repository. */
const WITH_PLACES = ['README.md', 'guides/my-region/diary.md', WORKFLOW];

/**
 * `pamyatka new FOLDER`: writes a school's own folder, which builds as it is.
 * @returns 0
 * @throws UsageError when the folder has something in it or cannot be written
 */
export function newCommand(args: string[]): number {
  const { positionals } = readArguments(args, {}, { least: 1, most: 1 });
  const folder = resolve(positionals[0] ?? '');
  if (existsSync(folder) && readdirSync(folder).some((name) => name !== '.git')) {
    throw new UsageError(`Папка «${folder}» не пустая. Назовите новую: ничего не заменяем.`);
  }
  // Empty where the product was not cloned from GitHub: the workflow then says what to do.
  const repository = clonedFrom(TEMPLATE) ?? '';
  try {
    write(folder, repository);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Папка «${folder}» не пишется: ${reason}`);
  }
  process.stderr.write(
    `Готово: ${folder}\nДальше — по README.md в ней: впишите школу в site.yaml, напишите памятки, соберите.\n${
      repository === '' ? `Для GitHub Pages впишите репозиторий Памятки в ${WORKFLOW}.\n` : ''
    }`,
  );
  return 0;
}

function write(folder: string, repository: string): void {
  cpSync(TEMPLATE, folder, { recursive: true });
  // A folder with a dot in the product's tree would be taken for the product's own.
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  renameSync(join(folder, 'workflow/pages.yml'), join(folder, WORKFLOW));
  rmdirSync(join(folder, 'workflow'));
  const today = new Date().toISOString().slice(0, 10);
  for (const name of WITH_PLACES) {
    const text = readFileSync(join(folder, name), 'utf8');
    writeFileSync(
      join(folder, name),
      text
        .replaceAll('{today}', today)
        .replaceAll('{folder}', basename(folder))
        .replaceAll('{repository}', repository),
    );
  }
}
