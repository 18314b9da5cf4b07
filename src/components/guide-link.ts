import library from 'virtual:library';
import { html, type TemplateResult } from 'lit';
import { memoGuideFor } from '../guide';
import * as words from '../messages/ru/class-findings';
import { hasInviteCodes, RULES, type Roster, type RuleId } from '../roster';

/** The region that a list belongs to, by the memo that fits it; '' where there is no memo at all. */
export function regionOf(roster: Roster): string {
  return memoGuideFor(library, hasInviteCodes(roster))?.region.id ?? '';
}

/**
 * Where the mending of a rule's findings is explained, as a link from the class page: in the guides of
 * the list's region, else where the rule comes from. It names the region: the menus of another one's
 * system are called differently.
 */
export function renderGuideLink(ruleId: RuleId, regionId: string): TemplateResult[] {
  const { guides = [] } = RULES.find((rule) => rule.id === ruleId) ?? {};
  const guide = guides.find((path) => path.startsWith(`${regionId}/`)) ?? guides[0];
  const region = library.regions.find(({ id }) => guide?.startsWith(`${id}/`));
  if (guide === undefined || !region) return [];
  const more = region.id === regionId ? words.moreInGuide : words.moreInOtherGuide;
  return [html`<a href="../${guide.replace('#', '/#')}" target="_blank">${more(region.title)}</a>`];
}
