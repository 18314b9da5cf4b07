import { applies } from './condition';
import type { Block, Guide, Situation } from './guide';

/** The guide without what is known not to concern a reader in this situation. */
export function guideFor(guide: Guide, situation: Situation): Guide {
  return {
    ...guide,
    lead: blocksFor(guide.lead, situation),
    sections: guide.sections
      .filter((section) => applies(section.when, situation))
      .map((section) => ({ ...section, blocks: blocksFor(section.blocks, situation) })),
  };
}

function blocksFor(blocks: readonly Block[], situation: Situation): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'note':
        if (!applies(block.when, situation)) return [];
        return [{ ...block, blocks: blocksFor(block.blocks, situation) }];
      case 'steps': {
        const steps = block.steps
          .filter((step) => applies(step.when, situation))
          .map((step) => ({ ...step, detail: blocksFor(step.detail, situation) }));
        return steps.length > 0 ? [{ ...block, steps }] : [];
      }
      default:
        return [block];
    }
  });
}
