import type { Block, Fact, Guide, Inline, Step } from './guide';

/** All blocks in reading order, those inside notes, lists and steps included. */
export function* blocksOf(blocks: readonly Block[]): Generator<Block> {
  for (const block of ownBlocksOf(blocks)) {
    yield block;
    if (block.type === 'steps') for (const step of block.steps) yield* blocksOf(step.detail);
  }
}

/** The blocks that belong to no step, those inside notes and lists included. */
export function* ownBlocksOf(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'note') yield* ownBlocksOf(block.blocks);
    if (block.type === 'list') for (const item of block.items) yield* ownBlocksOf(item);
  }
}

/** All steps of a guide, in reading order. */
export function stepsOf({ lead, sections }: Pick<Guide, 'lead' | 'sections'>): Step[] {
  return [lead, ...sections.map(({ blocks }) => blocks)].flatMap(stepsIn);
}

/** All steps of these blocks, in reading order. */
export function stepsIn(blocks: readonly Block[]): Step[] {
  return [...blocksOf(blocks)].flatMap((block) => (block.type === 'steps' ? block.steps : []));
}

/** What the guide's conditions ask about its reader; the region is known from the address. */
export function factsOf(guide: Guide): Exclude<Fact, 'region'>[] {
  const conditions = [
    ...guide.sections.map((section) => section.when),
    ...stepsOf(guide).map((step) => step.when),
    ...[guide.lead, ...guide.sections.map((section) => section.blocks)].flatMap((blocks) =>
      [...blocksOf(blocks)].map((block) => (block.type === 'note' ? block.when : undefined)),
    ),
  ];
  const facts = conditions.flatMap((when) => (when ?? []).map(({ fact }) => fact));
  return [...new Set(facts)].filter((fact) => fact !== 'region');
}

/** All pieces of inline text of a guide, in reading order. */
export function* inlinesOf(guide: Guide): Generator<Inline[]> {
  yield* inlinesOfBlocks(guide.lead);
  for (const section of guide.sections) {
    yield section.title;
    yield* inlinesOfBlocks(section.blocks);
  }
}

function* inlinesOfBlocks(blocks: readonly Block[]): Generator<Inline[]> {
  for (const block of blocksOf(blocks)) {
    if (block.type === 'paragraph' || block.type === 'heading') yield block.content;
    if (block.type === 'table') yield* [...block.head, ...block.rows.flat()];
    if (block.type === 'steps') for (const step of block.steps) yield step.action;
  }
}

/** Links of inline text, those inside bold or emphasis included. */
export function linksOf(content: readonly Inline[]): string[] {
  return content.flatMap((part) => {
    switch (part.type) {
      case 'link':
        return [part.url, ...linksOf(part.content)];
      case 'strong':
      case 'emphasis':
        return linksOf(part.content);
      default:
        return [];
    }
  });
}
