import library from 'virtual:library';
import { html, nothing, type TemplateResult } from 'lit';
import { RULES, type RuleId } from '../roster';

/**
 * Where the mending of a rule's findings is explained, as a link from the class page. It names the
 * region: the menus of another one's system are called differently.
 */
export function renderGuideLink(ruleId: RuleId): TemplateResult | typeof nothing {
  const guide = RULES.find((rule) => rule.id === ruleId)?.guide;
  if (guide === undefined) return nothing;
  const region = library.regions.find(({ id }) => guide.startsWith(`${id}/`));
  return html`<a href="../${guide.replace(/#|$/, '/$&')}" target="_blank"
    >Подробнее в памятке${region ? `: ${region.title}` : ''}</a
  >`;
}
