import { compileSource, type CompileOptions } from './compile';
import { compareWithOriginal } from './compare-translation';
import { translationFields } from './front-matter';
import type { Block, Guide, Problem, Section, Step, TranslatedGuide } from './guide';
import { stepsIn } from './walk';
import { lineOf } from './yaml';

type Body = Pick<Guide, 'lead' | 'sections'>;

/**
 * Compiles a guide's translation. A translator writes words alone: steps are found by their ids, and
 * what they ask, when they apply and what they need is the original's. What is not translated stays
 * in its place in Russian, so that no reader misses a step and the count is the original's.
 * @param options as for a guide, `file` being the translation's
 */
export function compileTranslation(
  source: string,
  original: Guide,
  options: CompileOptions,
): { guide: TranslatedGuide | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const report =
    (severity: Problem['severity']) =>
    (line: number, message: string): void => {
      problems.push({ file: options.file, line, severity, message });
    };
  // Links within the page and to neighbours are those of the original.
  const place = { ...options, file: `${original.id}.md` };
  const { data, lead, sections } = compileSource(source, translationFields, place, report('error'));
  if (!data) return { guide: undefined, problems };
  const { translates, system = original.system, source: origin = original.source } = data;
  if (data.region !== undefined && data.region !== original.region) {
    report('error')(
      lineOf(source, 'region:'),
      `Поле «region» — «${data.region}», а файл лежит в папке «${original.region}».`,
    );
  }
  if (translates < original.verified) {
    report('warning')(
      lineOf(source, 'translates:'),
      `Русскую памятку с тех пор сверили (${original.verified}). Сравните с ней перевод и обновите поле «translates».`,
    );
  }
  if (translates > original.verified) {
    report('error')(
      lineOf(source, 'translates:'),
      `Поле «translates» — дата, на которую русская памятка не сверена: её «verified» — ${original.verified}.`,
    );
  }
  compareWithOriginal(original, { lead, sections }, report);
  return {
    guide: {
      ...original,
      ...merge(original, { lead, sections }),
      title: data.title,
      system,
      source: origin,
      translates,
    },
    problems,
  };
}

function merge(original: Guide, translated: Body): Body {
  return {
    lead: whole(translated.lead, original.lead),
    sections: original.sections.map((section): Section => {
      const own = translated.sections.find(({ id }) => id === section.id);
      if (!own) return asOriginal(section);
      return { ...section, title: own.title, blocks: whole(own.blocks, section.blocks) };
    }),
  };
}

/** What is translated, then in Russian the steps that are not; those of other sections are left out. */
function whole(blocks: readonly Block[], russian: readonly Block[]): Block[] {
  const steps = stepsIn(russian);
  const known = new Map(
    steps.flatMap((step) => [step.id, ...step.aliases].map((id) => [id, step])),
  );
  const written = new Set(stepsIn(blocks).map(({ id }) => known.get(id)));
  const missing = steps.filter((step) => !written.has(step)).map(asOriginal);
  return [
    ...withMarks(blocks, known),
    ...(missing.length > 0 ? [{ type: 'steps' as const, steps: missing }] : []),
  ];
}

function asOriginal<T extends Section | Step>(part: T): T {
  return { ...part, isOriginal: true };
}

/** Steps with the original's marks; one that is not known is left out. */
function withMarks(blocks: readonly Block[], known: ReadonlyMap<string, Step>): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'note':
        return [{ ...block, blocks: withMarks(block.blocks, known) }];
      case 'list':
        return [{ ...block, items: block.items.map((item) => withMarks(item, known)) }];
      case 'steps': {
        const steps = block.steps.flatMap(({ id, action, detail, line }) => {
          const original = known.get(id);
          return original ? [{ ...original, action, detail: withMarks(detail, known), line }] : [];
        });
        return steps.length > 0 ? [{ ...block, steps }] : [];
      }
      default:
        return [block];
    }
  });
}
