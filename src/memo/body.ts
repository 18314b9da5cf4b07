import {
  describeCondition,
  guideFor,
  type Block,
  type Condition,
  type Guide,
  type NoteKind,
  type Section,
  type Situation,
  type Step,
} from '../guide';
import * as words from '../messages/ru/memo-sheet';
import { runsOf, textRun } from './rich-text';
import type { Run } from './wrap';

/** The guide as a memo prints it: one after another, still without sizes or places. */
export type BodyItem =
  | { kind: 'section'; runs: Run[] }
  | { kind: 'step'; id: string; runs: Run[] }
  /** Belongs to the step before it when `ofStep`, else to the section. */
  | { kind: 'text' | 'caption' | 'note'; ofStep: boolean; runs: Run[] }
  | { kind: 'bullet'; ofStep: boolean; marker: string; runs: Run[] };

/** The first letter of «Нажмите», «Убедитесь»; soft hyphens may stand inside. */
const IMPERATIVE = /^[А-ЯЁ](?=[а-яё\u00AD]+те(?:сь)?(?![а-яё\u00AD]))/u;

const NOTE_WORDS: Record<NoteKind, string> = {
  note: words.note,
  tip: words.tip,
  important: words.important,
  warning: words.caution,
  caution: words.warning,
};

/**
 * The steps a family does, with their sections and what stands around them: those marked for the
 * memo, or all when none is or the guide is wanted whole, without what is known not to concern this
 * reader.
 */
export function bodyOf(
  guide: Guide,
  situation: Situation,
  extent: 'memo' | 'whole' = 'memo',
): BodyItem[] {
  const marked =
    extent === 'memo' &&
    guide.sections.some(
      (section) => section.inMemo || stepsIn(section.blocks).some((step) => step.inMemo),
    );
  const fitting = guideFor(guide, situation);
  const lead = marked ? [] : blocksBody(fitting.lead, context(situation, undefined));
  return [
    ...lead,
    ...fitting.sections.flatMap((section) => sectionBody(section, marked, situation)),
  ];
}

interface Context {
  situation: Situation;
  ofStep: boolean;
  /** Conditions that a caption above has already told. */
  told: Condition;
}

function context(situation: Situation, told: Condition | undefined): Context {
  return { situation, ofStep: false, told: told ?? [] };
}

function sectionBody(section: Section, marked: boolean, situation: Situation): BodyItem[] {
  const blocks = marked && !section.inMemo ? onlyMarked(section.blocks) : section.blocks;
  if (blocks.length === 0 || (marked && stepsIn(blocks).length === 0)) return [];
  const items = blocksBody(blocks, context(situation, section.when));
  return [
    { kind: 'section', runs: runsOf(section.title, 'bold') },
    ...caption(unknown(section.when, context(situation, undefined)), section.perChild),
    ...items,
  ];
}

/** Of a section that is not printed whole: its marked steps, and the warnings, which go with any step. */
function onlyMarked(blocks: readonly Block[]): Block[] {
  const kept = blocks.flatMap((block): Block[] => {
    if (block.type === 'steps') {
      const steps = block.steps.filter((step) => step.inMemo);
      return steps.length > 0 ? [{ ...block, steps }] : [];
    }
    return block.type === 'note' && (block.kind === 'warning' || block.kind === 'caution')
      ? [block]
      : [];
  });
  return kept.some((block) => block.type === 'steps') ? kept : [];
}

function stepsIn(blocks: readonly Block[]): Step[] {
  return blocks.flatMap((block) => (block.type === 'steps' ? block.steps : []));
}

function blocksBody(blocks: readonly Block[], within: Context): BodyItem[] {
  return blocks.flatMap((block) => blockBody(block, within));
}

function blockBody(block: Block, within: Context): BodyItem[] {
  const { ofStep } = within;
  switch (block.type) {
    case 'paragraph':
      return [{ kind: 'text', ofStep, runs: runsOf(block.content) }];
    case 'heading':
      return [{ kind: 'text', ofStep, runs: runsOf(block.content, 'bold') }];
    case 'picture':
      return [];
    case 'table':
      return block.rows.map((row) => ({
        kind: 'text',
        ofStep,
        runs: row.flatMap((cell, index) => [
          ...(index > 0 ? [textRun(' — ')] : []),
          ...runsOf(cell, index === 0 ? 'medium' : 'regular'),
        ]),
      }));
    case 'list':
      return block.items.flatMap((item, index) => {
        const marker = block.ordered ? `${String(index + 1)}.` : '•';
        return listItemBody(blocksBody(item, within), marker);
      });
    case 'note':
      return noteBody(block.blocks, NOTE_WORDS[block.kind], unknown(block.when, within), within);
    case 'steps':
      return block.steps.flatMap((step) => stepBody(step, within));
  }
}

function stepBody(step: Step, within: Context): BodyItem[] {
  const told = unknown(step.when, within);
  const inStep = { ...within, ofStep: true, told: [...within.told, ...(step.when ?? [])] };
  const condition = told.length > 0 ? describeCondition(told) : '';
  const action = runsOf(step.action, 'medium');
  return [
    {
      kind: 'step',
      id: step.id,
      runs: condition === '' ? action : [textRun(`${condition}: `), ...goingOn(action)],
    },
    ...blocksBody(step.detail, inStep),
  ];
}

/** «Если …: нажмите»: the imperative after a condition goes on in its sentence. */
function goingOn([first, ...rest]: Run[]): Run[] {
  if (!first) return [];
  const text = first.text.replace(IMPERATIVE, (letter) => letter.toLowerCase());
  return [{ ...first, text }, ...rest];
}

function listItemBody(items: BodyItem[], marker: string): BodyItem[] {
  const [first, ...rest] = items;
  if (first?.kind !== 'text') return items;
  return [{ kind: 'bullet', ofStep: first.ofStep, marker, runs: first.runs }, ...rest];
}

function noteBody(
  blocks: readonly Block[],
  word: string,
  when: Condition,
  within: Context,
): BodyItem[] {
  const condition = when.length > 0 ? describeCondition(when) : '';
  const label = condition === '' ? word : `${word} ${condition}:`;
  return blocksBody(blocks, within).map((item, index) => ({
    kind: 'note',
    ofStep: within.ofStep,
    runs: [
      ...(index === 0 ? [textRun(`${label} `, 'bold')] : []),
      ...(item.kind === 'bullet' ? [textRun(`${item.marker} `)] : []),
      ...item.runs,
    ],
  }));
}

/** The terms that nothing is known about and no caption above has told. */
function unknown(when: Condition | undefined, { situation, told }: Context): Condition {
  return (when ?? []).filter(
    (term) =>
      situation[term.fact] === undefined &&
      !told.some((other) => other.fact === term.fact && other.values.join() === term.values.join()),
  );
}

function caption(when: Condition, perChild: boolean): BodyItem[] {
  const condition = when.length > 0 ? describeCondition(when) : '';
  const sentences = [
    ...(condition === '' ? [] : [`${condition}.`]),
    ...(perChild ? [words.forEachChild] : []),
  ];
  if (sentences.length === 0) return [];
  return [{ kind: 'caption', ofStep: false, runs: [textRun(sentences.join(' '))] }];
}
