import * as v from 'valibot';
import type { Block, Guide, Problem, Section, Step } from './guide';
import { compileGuide } from './compile';
import { splitFrontMatter } from './front-matter';

/** Longer titles are made to push the mark off the screen. */
const LONGEST_TITLE = 200;

/** All that is wanted of the school's own files. */
const titled = v.object({ title: v.string() });

/** A guide from a file, which nobody has checked. */
export interface OwnFile {
  /** Under which its ticks are kept. */
  ownId: string;
  source: string;
}

export interface CompiledOwn {
  /** Absent when there are problems. */
  guide: Guide | undefined;
  problems: Problem[];
  /** A guide of the school is called the same. */
  isNamesake: boolean;
}

/**
 * Compiles a guide from a file and takes from it what only the school's guides may have: contacts
 * that can be dialled, the official site, places among other guides, the family's invite code.
 * @param files the guides folder, by path: whose names may not be taken
 */
export function compileOwnGuide(
  files: ReadonlyMap<string, string>,
  { ownId, source }: OwnFile,
): CompiledOwn {
  const paths = [...files.keys()];
  const regions = paths.filter((path) => path.endsWith('/region.yaml')).map(folderOf);
  // It may be written for any region: its folder is the one that it names.
  const region = /^region:[ \t]*(\S+)/m.exec(source)?.[1] ?? '';
  const file = `${region}/own.md`;
  const { guide, problems } = compileGuide(source, { file, regions, contacts: [] });
  if (!guide || problems.length > 0) return { guide: undefined, problems, isNamesake: false };
  const title = plain(guide.title);
  const titles = [...files]
    .filter(([path]) => path.endsWith('.md'))
    .map(([, text]) => splitFrontMatter(text, titled, () => undefined).data?.title ?? '');
  const { site: _site, memoTitle: _memoTitle, ...rest } = guide;
  return {
    guide: {
      ...rest,
      id: ownId,
      title,
      system: plain(guide.system),
      source: plain(guide.source),
      needs: [],
      lead: guide.lead.map(withoutPlace),
      sections: guide.sections.map((section): Section => ({
        ...section,
        needs: [],
        blocks: section.blocks.map(withoutPlace),
      })),
    },
    problems,
    isNamesake: titles.some((other) => skeletonOf(other) === skeletonOf(title)),
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

function withoutPlace(block: Block): Block {
  switch (block.type) {
    case 'steps':
      return {
        ...block,
        steps: block.steps.map((step): Step => ({
          ...step,
          needs: [],
          needsCode: false,
          detail: step.detail.map(withoutPlace),
        })),
      };
    case 'note':
      return { ...block, blocks: block.blocks.map(withoutPlace) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(withoutPlace)) };
    default:
      return block;
  }
}

/** Without what cannot be seen or turns the direction of writing. */
function plain(text: string): string {
  return text.replace(/\p{C}/gu, '').slice(0, LONGEST_TITLE).trim();
}

/** Letters of the two alphabets that look the same. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  3: 'з',
  0: 'о',
};

/** Two texts that a hasty reader takes for the same have the same skeleton (after UTS #39). */
function skeletonOf(text: string): string {
  return [...text.normalize('NFKD').toLowerCase()]
    .map((letter) => LOOKALIKES[letter] ?? letter)
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .join('');
}
