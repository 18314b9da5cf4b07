import { describe, expect, test } from 'vitest';
import { audit, type Finding } from '../../src/roster';
import { compareFindings } from '../../src/roster/progress';
import { take } from './lists';

const TODAY = '2026-11-22';
const HEADER = 'Класс;Ученик;Дата рождения;СНИЛС;Мама;Дата рождения мамы;СНИЛС мамы;Телефон;Логин';
const KIM =
  '4А;Ким Ян Ильич;18.11.2016;006-976-207 67;Ли Анна Олеговна;20.01.1994;050-879-530 79;+79559090738;Ли_Ишим_4';
const YUN =
  '4А;Юн Ли Олегович;01.02.2016;038-225-170 38;Юн Вера Павловна;11.03.1980;019-644-276 68;+79910409287;';

function find(...rows: string[]): readonly Finding[] {
  return audit(take(HEADER, ...rows).roster, { today: TODAY }).findings;
}

const keys = (findings: readonly Finding[]): string[] => findings.map(({ key }) => key);

describe('the key of a finding', () => {
  test('stays when lines move, spellings are tidied and another column is filled', () => {
    const [key] = keys(find(KIM));
    expect(keys(find(YUN, KIM))).toContain(key);
    expect(keys(find(KIM.replace('Ким Ян', 'КИМ  ЯН')))).toContain(key);
    expect(keys(find(KIM.replace('+79559090738', '8 955 909-07-38')))).toContain(key);
  });

  test('changes with the value that it was found in', () => {
    const before = keys(find(YUN.replace('11.03.1980', '31.02.1980')));
    const after = keys(find(YUN.replace('11.03.1980', '30.02.1980')));
    expect(after.filter((key) => !before.includes(key)).length).toBe(1);
  });

  test('is nobody else’s, even of a row that is there twice', () => {
    const findings = find(KIM, KIM, YUN, YUN.replace('Юн Ли', 'Юн Ян'));
    expect(new Set(keys(findings)).size).toBe(findings.length);
  });

  test('holds no whole СНИЛС', () => {
    const all = keys(find(KIM.replace('050-879-530 79', '050-879-530 78'))).join('\n');
    expect(all.replace(/[\s-]/g, '')).not.toContain('05087953078');
  });
});

test('what is resolved keeps nobody out, and is found all the same', () => {
  const { roster } = take(HEADER, YUN);
  const [finding] = find(YUN);
  const result = audit(roster, { today: TODAY, resolved: new Set([finding?.key ?? '']) });
  expect(finding?.rule).toBe('login-missing');
  expect(result.summary).toEqual({ children: 1, ready: 1 });
  expect(result.findings).toEqual([finding]);
  expect(audit(roster, { today: TODAY }).summary.ready).toBe(0);
});

test('a word about the child of two parents on one line speaks for both', () => {
  const { roster } = take(
    'Ученик;СНИЛС ребёнка;Мама;Телефон мамы;Папа;Телефон папы',
    'Ким Ян;006-976-207 68;Ким Анна;+79559090738;Ким Ли;+79910409287',
  );
  const { findings, summary } = audit(roster, { today: TODAY });
  expect(findings.map(({ rule }) => rule)).toEqual(['snils-invalid']);
  expect(summary.ready).toBe(0);
  const resolved = new Set(keys(findings));
  expect(audit(roster, { today: TODAY, resolved }).summary.ready).toBe(1);
});

test('before and after: fixed, fresh and remaining, a new wrong value being the same fault', () => {
  const before = find(KIM, YUN.replace('11.03.1980', '31.02.1980'));
  const mended = `${YUN.replace('11.03.1980', '30.02.1980')}Юн_Ишим_4`;
  const after = find(mended, KIM.replace('+79559090738', '+7955'));
  const { fixed, fresh, remaining } = compareFindings(before, after);
  const rules = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);
  expect(rules(fixed)).toEqual(['login-missing']);
  expect(rules(fresh)).toEqual(['phone-invalid']);
  expect(rules(remaining).sort()).toEqual(['date-invalid', 'surname-differs']);
});
