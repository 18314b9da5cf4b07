import type { Guide, Problem, Region } from './guide';
import { compileLibrary } from './library';

/** A guide that is being written, or that came from outside. */
export interface Draft {
  /** Where the file would lie in the guides folder: `krasnoyarsk/kiasuo.md`. */
  path: string;
  source: string;
  /** Pictures that are not in the guides folder yet, SVG by path: `pictures/menu.svg`. */
  pictures: Readonly<Record<string, string>>;
}

export interface CheckedDraft {
  /** Absent when the front matter cannot be used. */
  guide: Guide | undefined;
  /** What is wrong with the draft, by line. */
  problems: Problem[];
  /** Errors that the draft causes in other files, such as links to a step that it no longer has. */
  elsewhere: Problem[];
  /** The region whose contacts and addresses the guide may use. */
  region: Region | undefined;
}

/**
 * Puts the draft into the guides folder and compiles the whole, as the build and
 * `pamyatka guides` do: problems are theirs, word for word.
 * @param files the guides folder, by path
 * @param today ISO date
 */
export function checkDraft(
  files: ReadonlyMap<string, string>,
  { path, source, pictures }: Draft,
  today: string,
): CheckedDraft {
  const folder = path.split('/')[0] ?? '';
  const all = new Map(files);
  for (const [picture, svg] of Object.entries(pictures)) all.set(`${folder}/${picture}`, svg);
  all.set(path, source);
  const { library, translations, problems } = compileLibrary(all, today);
  const translated = translations.flatMap(({ language, guides }) =>
    guides.filter(({ id }) => `${id}.${language}.md` === path),
  );
  const guide = translated[0] ?? library.guides.find(({ id }) => `${id}.md` === path);
  return {
    guide,
    problems: problems
      .filter(({ file }) => file === path)
      .sort((one, other) => one.line - other.line),
    elsewhere: problems.filter(({ file, severity }) => file !== path && severity === 'error'),
    region: library.regions.find(
      ({ id, route }) =>
        id === folder ||
        Object.values(route)
          .flat()
          .includes(guide?.id ?? ''),
    ),
  };
}
