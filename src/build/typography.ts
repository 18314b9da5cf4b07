import Typograf from 'typograf';
import type { Block, Guide, Inline, Library } from '../guide';

const typograf = new Typograf({ locale: ['ru'] });
// Sums and phone numbers must stay as the documents print them.
typograf.disableRule('ru/phone/*');
typograf.disableRule('ru/money/*');
typograf.disableRule('common/html/*');
typograf.disableRule('common/space/delBeforePercent');
// A text is a piece of a sentence: the spaces at its ends belong to its neighbours.
typograf.disableRule('common/space/trimLeft');
typograf.disableRule('common/space/trimRight');

/** Non-breaking spaces, quotes and dashes by the rules of Russian typesetting, in every text of the guides. */
export function typesetLibrary(library: Library): Library {
  return { ...library, guides: library.guides.map(typesetGuide) };
}

function typeset(text: string): string {
  return typograf.execute(text);
}

function typesetGuide(guide: Guide): Guide {
  return {
    ...guide,
    title: typeset(guide.title),
    lead: guide.lead.map(typesetBlock),
    sections: guide.sections.map((section) => ({
      ...section,
      title: section.title.map(typesetInline),
      blocks: section.blocks.map(typesetBlock),
    })),
  };
}

function typesetBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: block.content.map(typesetInline) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(typesetBlock)) };
    case 'note':
      return { ...block, blocks: block.blocks.map(typesetBlock) };
    case 'steps':
      return {
        ...block,
        steps: block.steps.map((step) => ({
          ...step,
          action: step.action.map(typesetInline),
          detail: step.detail.map(typesetBlock),
        })),
      };
    case 'table':
      return {
        ...block,
        head: block.head.map((cell) => cell.map(typesetInline)),
        rows: block.rows.map((row) => row.map((cell) => cell.map(typesetInline))),
      };
    case 'picture':
      return block;
  }
}

function typesetInline(part: Inline): Inline {
  switch (part.type) {
    case 'text':
      return { ...part, text: typeset(part.text) };
    case 'strong':
    case 'emphasis':
      return { ...part, content: part.content.map(typesetInline) };
    case 'trail':
      return { ...part, parts: part.parts.map(typeset) };
    // The text of a link is often an address or a phone number.
    default:
      return part;
  }
}
