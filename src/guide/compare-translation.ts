import { serializeCondition } from './condition';
import type { Block, Guide, Inline, Severity } from './guide';
import { plainText } from './inline';
import { linksOf, ownBlocksOf, stepsIn, stepsOf } from './walk';

type Body = Pick<Guide, 'lead' | 'sections'>;

/** What a reader acts upon, which is the same in every language. */
interface Part {
  line: number;
  /** Where it stands: a section's id, or that of the section of a step; '' before the first. */
  section: string;
  /** Found in both languages, or something is amiss. */
  facts: Set<string>;
  /** What the translation may not bring: addresses and numbers that nobody compared. */
  ways: Set<string>;
}

/** Any number that could be dialled, abroad too. */
const PHONE = /\+?\d(?:[ ()\u00A0\u2011-]*\d){6,}/gu;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const QUOTED = /«[^«»]+»/gu;

/**
 * Tells what a translation lacks of its original, and what it has beyond it.
 * @param report by severity, then line and message
 */
export function compareWithOriginal(
  original: Body,
  translated: Body,
  report: (severity: Severity) => (line: number, message: string) => void,
): void {
  const ours = partsOf(original);
  const earlier = new Map(
    stepsOf(original).flatMap(({ id, aliases }) => aliases.map((was) => [was, id])),
  );
  const theirs = new Map(
    [...partsOf(translated)].map(([id, part]) => [earlier.get(id) ?? id, part]),
  );
  for (const [id, { line }] of theirs) {
    if (!ours.has(id)) {
      report('warning')(line, `«{#${id}}» в русской памятке нет: на странице этого не будет.`);
    }
  }
  for (const [id, part] of ours) {
    const own = theirs.get(id);
    if (!own) {
      report('warning')(1, `Не переведено: {#${id}}. Пока здесь останется русский текст.`);
      continue;
    }
    if (own.section !== part.section) {
      report('warning')(
        own.line,
        `{#${id}} в русской памятке стоит в другом разделе: там он останется по-русски.`,
      );
    }
    for (const fact of part.facts) {
      if (own.facts.has(fact)) continue;
      report('warning')(own.line, `Нет того, что есть в русской памятке: ${fact}.`);
    }
    for (const way of own.ways) {
      if (part.ways.has(way)) continue;
      report('error')(own.line, `Этого в русской памятке здесь нет: ${way}.`);
    }
  }
}

function partsOf({ lead, sections }: Body): Map<string, Part> {
  const parts = new Map<string, Part>([['', partOf(1, '', [...ownBlocksOf(lead)])]]);
  const add = (section: string, blocks: readonly Block[]): void => {
    for (const { id, line, action, detail } of stepsIn(blocks)) {
      const part = partOf(line, section, [...ownBlocksOf(detail)], action);
      for (const [name] of plainText(action).matchAll(QUOTED)) {
        part.facts.add(`${name}, как это стоит на экране`);
      }
      parts.set(id, part);
    }
  };
  add('', lead);
  for (const { id, line, blocks, title } of sections) {
    parts.set(id, partOf(line, id, [...ownBlocksOf(blocks)], title));
    add(id, blocks);
  }
  return parts;
}

function partOf(
  line: number,
  section: string,
  blocks: readonly Block[],
  heading: Inline[] = [],
): Part {
  const facts: string[] = [];
  const ways: string[] = [];
  const inlines = [heading];
  for (const block of blocks) {
    if (block.type === 'picture') facts.push(`рисунок ${block.source}`);
    if (block.type === 'note') {
      const when = block.when ? ` при ${serializeCondition(block.when)}` : '';
      facts.push(`заметка [!${block.kind.toUpperCase()}]${when}`);
    }
    if (block.type === 'paragraph' || block.type === 'heading') inlines.push(block.content);
    if (block.type === 'table') inlines.push(...block.head, ...block.rows.flat());
  }
  for (const content of inlines) {
    for (const part of content) {
      if (part.type === 'trail') facts.push(`путь ${part.parts.join(' → ')}`);
      if (part.type === 'code') facts.push(`\`${part.text}\``);
    }
    const text = plainText(content);
    ways.push(...linksOf(content).map((url) => `ссылка ${url}`));
    ways.push(...[...text.matchAll(PHONE)].map(([phone]) => `номер ${phone.replace(/\D/g, '')}`));
    ways.push(...[...text.matchAll(EMAIL)].map(([email]) => `почта ${email}`));
  }
  return { line, section, facts: new Set([...facts, ...ways]), ways: new Set(ways) };
}
