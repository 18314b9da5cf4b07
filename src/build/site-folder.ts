import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../guide';
import { readGuidesFolder } from './guides-folder';

/** What a school's folder holds beside its guides. */
const SITE_FILE = 'site.yaml';

/** The guides of a build, with those of a school's own folder, where there is one. */
export interface Sources {
  /** Text by path inside the guides folder; a school's `site.yaml` at its root. */
  files: Map<string, string>;
  /** Those of the school, by the path inside its folder: `guides/kazan/region.yaml`. */
  own: ReadonlyMap<string, string>;
  problems: Problem[];
}

/** Whether a folder is a school's own: it has a `site.yaml`. */
export function isSiteFolder(folder: string): boolean {
  return existsSync(join(folder, SITE_FILE));
}

/**
 * Reads the product's guides and lays a school's beside them. A school adds; it replaces nothing, so
 * that an upgrade of the product can neither be hidden by an old copy nor lose the school's own.
 * @throws the system's error when a folder cannot be read
 */
export function readSources(guides: string, siteFolder?: string): Sources {
  const files = readGuidesFolder(guides);
  const own = new Map<string, string>();
  const problems: Problem[] = [];
  if (siteFolder === undefined) return { files, own, problems };
  own.set(SITE_FILE, SITE_FILE);
  const added = existsSync(join(siteFolder, 'guides'))
    ? readGuidesFolder(join(siteFolder, 'guides'))
    : new Map<string, string>();
  for (const [path, text] of added) {
    if (files.has(path)) {
      problems.push({
        file: `guides/${path}`,
        line: 1,
        severity: 'error',
        message: `Такой файл есть в самой Памятке, заменить его нельзя. ${
          path.endsWith('/region.yaml')
            ? 'Добавить к готовому региону можно файлом school.yaml.'
            : 'Назовите свой иначе.'
        }`,
      });
      continue;
    }
    own.set(path, `guides/${path}`);
    files.set(path, text);
  }
  files.set(SITE_FILE, readFileSync(join(siteFolder, SITE_FILE), 'utf8'));
  return { files, own, problems };
}

/** The same problems with the files of the school as they lie in its folder. */
export function locateProblems(problems: readonly Problem[], own: Sources['own']): Problem[] {
  return problems.map((problem) => ({ ...problem, file: own.get(problem.file) ?? problem.file }));
}
