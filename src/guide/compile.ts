import type * as v from 'valibot';
import type { Block, Contact, Guide, Problem, Section } from './guide';
import { BodyCompiler } from './compile-body';
import { guideFields, splitFrontMatter, type FrontMatterFields } from './front-matter';

/** Foreign guides are untrusted: larger ones are refused before the lexer sees them. */
const MAX_SOURCE_LENGTH = 200_000;

export interface CompileOptions {
  /** Path inside the guides folder, as shown in problems: `krasnoyarsk/kiasuo.md`. */
  file: string;
  regions: readonly string[];
  /** Contacts whose phones become links. */
  contacts: readonly Contact[];
}

/**
 * Compiles one guide. Never throws: what is wrong stands in `problems`, with the line.
 * `guide` is undefined when the front matter cannot be used.
 */
export function compileGuide(
  source: string,
  options: CompileOptions,
): { guide: Guide | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (line: number, message: string): void => {
    problems.push({ file: options.file, line, severity: 'error', message });
  };
  const { data, lead, sections } = compileSource(source, guideFields, options, report);
  if (!data) return { guide: undefined, problems };

  const id = options.file.replace(/\.md$/, '');
  const [folder = '', slug = id] = id.split('/');
  if (data.region !== folder) {
    report(1, `Поле «region» — «${data.region}», а файл лежит в папке «${folder}».`);
  }
  const { site, minutes, 'memo-title': memoTitle, ...rest } = data;
  const guide: Guide = {
    ...rest,
    id,
    slug,
    ...(site !== undefined && { site }),
    ...(minutes !== undefined && { minutes }),
    ...(memoTitle !== undefined && { memoTitle }),
    lead,
    sections,
  };
  return { guide, problems };
}

/**
 * Reads what a guide's file and a translation's have in common.
 * @param fields of the front matter
 * @param report called with the line of the file and a Russian message for each mistake
 */
export function compileSource<Fields extends FrontMatterFields>(
  source: string,
  fields: Fields,
  options: CompileOptions,
  report: (line: number, message: string) => void,
): { data: v.InferOutput<Fields> | undefined; lead: Block[]; sections: Section[] } {
  if (source.length > MAX_SOURCE_LENGTH) {
    report(1, 'Файл больше 200 тысяч знаков. Разделите памятку на несколько.');
    return { data: undefined, lead: [], sections: [] };
  }
  const { data, body, bodyLine } = splitFrontMatter(source.replace(/\r\n?/g, '\n'), fields, report);
  reportMixedAlphabet(body, bodyLine, report);
  return { data, ...new BodyCompiler(options, report).compile(body, bodyLine) };
}

// A Latin «c» inside «Мecceнджер» looks right and breaks search, speech and hyphenation.
const MIXED_WORD =
  /[\p{L}\p{N}]*(?:\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic})\p{L}*/u;

function reportMixedAlphabet(
  body: string,
  bodyLine: number,
  report: (line: number, message: string) => void,
): void {
  for (const [index, line] of body.split('\n').entries()) {
    const word = MIXED_WORD.exec(line)?.[0];
    if (word !== undefined) {
      report(
        bodyLine + index,
        `В слове «${word}» смешаны русские и латинские буквы. Наберите его заново.`,
      );
    }
  }
}
