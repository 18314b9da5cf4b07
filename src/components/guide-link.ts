import { html, nothing, type TemplateResult } from 'lit';
import { RULES, type RuleId } from '../roster';

/** Where the mending of a rule's findings is explained, as a link from the class page. */
export function renderGuideLink(ruleId: RuleId): TemplateResult | typeof nothing {
  const guide = RULES.find((rule) => rule.id === ruleId)?.guide;
  return guide === undefined
    ? nothing
    : html`<a href="../${guide.replace(/#|$/, '/$&')}" target="_blank">Подробнее в памятке</a>`;
}
