import { expect, test } from 'vitest';
import { regionOf, renderGuideLink } from '../../src/components/guide-link';
import type { RuleId } from '../../src/roster';
import { take } from '../roster/lists';

/** Address and words of the link at a finding. */
const linkOf = (rule: RuleId, region: string): unknown => renderGuideLink(rule, region)[0]?.values;

test('a finding is explained by the guides of the region that the list belongs to', () => {
  const krasnoyarsk = regionOf(take('Ученик;Код', 'Ким Ян;AB').roster);
  const tyumen = regionOf(take('Ученик;Код', 'Ким Ян;нет').roster);
  expect(linkOf('parent-missing', krasnoyarsk)).toEqual([
    'krasnoyarsk/invite-codes/#without-code',
    'Подробнее в памятке: Красноярский край',
  ]);
  expect(linkOf('parent-missing', tyumen)).toEqual([
    'tyumen/parent-profile/#create',
    'Подробнее в памятке: Тюменская область',
  ]);
});

test('a finding that only another region explains says so', () => {
  expect(linkOf('login-missing', 'krasnoyarsk')).toEqual([
    'tyumen/profile-login/#missing',
    'Подробнее в памятке другого региона: Тюменская область',
  ]);
});
