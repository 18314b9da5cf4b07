import * as words from '../messages/ru/author-samples';

/** What a new guide can begin as. */
export type TemplateKind = 'steps' | 'conditions' | 'troubleshooting' | 'teacher' | 'empty';

export const TEMPLATE_TITLES: Record<TemplateKind, string> = {
  steps: words.kindSteps,
  conditions: words.kindConditions,
  troubleshooting: words.kindTroubleshooting,
  teacher: words.kindTeacher,
  empty: words.kindEmpty,
};

/**
 * A guide without mistakes, to be rewritten.
 * @param region folder of the region
 * @param today ISO date
 */
export function newGuide(kind: TemplateKind, region: string, today: string): string {
  const audience = kind === 'teacher' ? 'teacher' : 'parent';
  return `---
title: ${words.titleSample}
system: ${words.systemSample}
region: ${region}
audience: [${audience}]
minutes: 10
source: ${words.sourceSample}
verified: ${today}
status: current
${kind === 'troubleshooting' ? 'kind: troubleshooting\n' : ''}---

${BODIES[kind]}`;
}

const BODIES: Record<TemplateKind, string> = {
  steps: words.stepsBody,
  teacher: words.stepsBody,
  empty: '',
  conditions: words.conditionsBody,
  troubleshooting: words.troubleshootingBody,
};
