import { readFileSync } from 'node:fs';
import library from 'virtual:library';
import { describe, expect, test } from 'vitest';
import { findMemoGuide } from '../../src/guide';
import { audit, readRoster, RULES, type Audit, type Finding } from '../../src/roster';
import { fixture, take } from './lists';

const TODAY = '2026-11-22';

const HEADER =
  'Класс;ФИО ученика;Дата рождения ученика;СНИЛС ученика;Код приглашения;ФИО родителя;Дата рождения родителя;СНИЛС родителя;Телефон родителя;E-mail родителя;Логин';

/** A faultless family; each test breaks one thing. */
const FAMILY = {
  className: '4А',
  childName: 'Ким Ян Ильич',
  childBirthDate: '18.11.2016',
  childSnils: '006-976-207 67',
  inviteCode: 'HGKMDTWQ',
  parentName: 'Ким Анна Олеговна',
  parentBirthDate: '20.01.1994',
  parentSnils: '050-879-530 79',
  parentPhone: '+7 (955) 909-07-38',
  parentEmail: 'kim@example.ru',
  login: 'Ким_Ишим_4',
};

/** Another faultless family. */
const OTHER = {
  className: '4А',
  childName: 'Юн Ли Олегович',
  childBirthDate: '01.02.2016',
  childSnils: '038-225-170 38',
  inviteCode: 'E735TBA7',
  parentName: 'Юн Вера Павловна',
  parentBirthDate: '11.03.1980',
  parentSnils: '019-644-276 68',
  parentPhone: '+7 (991) 040-92-87',
  parentEmail: 'yun@example.ru',
  login: 'Юн_Ишим_4',
};

type Row = Partial<typeof FAMILY>;

function check(...rows: Row[]): Audit {
  const lines = rows.map((row) => Object.values({ ...FAMILY, ...row }).join(';'));
  return audit(take(HEADER, ...lines).roster, { today: TODAY });
}

/** «line severity rule field», short enough to read in a list. */
function brief({ findings }: { findings: readonly Finding[] }): string[] {
  return findings.map(({ line, severity, rule, field }) => `${line} ${severity} ${rule} ${field}`);
}

describe('the example lists', () => {
  test.each(['4A-clean.csv', '9V-windows-1251.csv', '9V-tabs-as-pasted-from-excel.txt'])(
    '%s has nothing to mend',
    (name) => {
      const result = audit(readRoster(fixture(name)).roster, { today: TODAY });
      expect(result.findings).toEqual([]);
      expect(result.summary.ready).toBe(result.summary.children);
    },
  );

  test('4B has exactly the errors expected, and a question about the missing СНИЛС', () => {
    const { findings, summary } = audit(readRoster(fixture('4B-mistakes.csv')).roster, {
      today: TODAY,
    });
    const path = new URL('../fixtures/4B-mistakes.expected.json', import.meta.url);
    const errors = findings.filter((finding) => finding.severity === 'error');
    expect(errors.map(({ line, rule, field }) => ({ line, rule, field }))).toEqual(
      JSON.parse(readFileSync(path, 'utf8')),
    );
    expect(brief({ findings: findings.filter((finding) => finding.severity !== 'error') })).toEqual(
      ['15 question field-missing parentSnils'],
    );
    expect(summary).toEqual({ children: 24, ready: 7 });
  });
});

test('a faultless family has no finding', () => {
  expect(check({})).toMatchObject({ findings: [], notes: [] });
  expect(check({}, OTHER).findings).toEqual([]);
});

describe('what is missing', () => {
  const nobody = {
    parentName: '',
    parentBirthDate: '',
    parentSnils: '',
    parentPhone: '',
    parentEmail: '',
    login: '',
  };

  test('a row without a parent has that one finding, whatever else is wrong', () => {
    expect(
      brief(check({ ...nobody, inviteCode: '', childSnils: '1', childBirthDate: '32.13' })),
    ).toEqual(['2 error parent-missing parentName']);
  });

  test('dashes and «нет» are as good as nothing', () => {
    const dashes = Object.fromEntries(Object.keys(nobody).map((field) => [field, '—']));
    expect(brief(check({ ...dashes, parentSnils: 'нет' }))).toEqual([
      '2 error parent-missing parentName',
    ]);
  });

  test.each([
    [{ parentBirthDate: '' }, ['2 error field-missing parentBirthDate']],
    [{ parentName: '' }, ['2 error field-missing parentName']],
    [{ childName: '' }, ['2 error field-missing childName']],
    [{ childSnils: '' }, ['2 warning field-missing childSnils']],
    [{ parentPhone: '' }, ['2 question field-missing parentPhone']],
    [{ parentEmail: '' }, []],
    [{ login: '' }, ['2 error login-missing login']],
    [{ inviteCode: '' }, []],
    [{ parentSnils: '' }, ['2 question field-missing parentSnils']],
    [{ parentSnils: '', parentPhone: '' }, ['2 error phone-required-without-snils parentPhone']],
    [
      { parentSnils: '', inviteCode: '' },
      ['2 question field-missing parentSnils', '2 error invite-code-missing inviteCode'],
    ],
  ] as [Row, string[]][])('%j', (row, findings) => {
    expect(brief(check(row))).toEqual(findings);
  });

  test('what the other parent’s row says of the child need not be said again', () => {
    const father = {
      ...OTHER,
      childName: FAMILY.childName,
      childBirthDate: '',
      childSnils: '',
      inviteCode: '',
      parentName: 'Ким Олег Ли',
      parentSnils: '',
      login: 'Ким_Ишим_4_2',
    };
    expect(brief(check({}, father))).toEqual(['3 question field-missing parentSnils']);
  });

  test('a column that is absent is one note, not a finding in each row', () => {
    const { roster } = take('Ученик;Код;Родитель', 'Ким Ян;HGKM;Ким Анна', 'Юн Ли;E735;Юн Вера');
    const { findings, notes } = audit(roster, { today: TODAY });
    expect(findings).toEqual([]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/СНИЛС родителя.*Логин/);
  });

  test('a list without parents is not a list of children without parents', () => {
    const { roster } = take('Ученик;Код', 'Ким Ян;HGKM', 'Юн Ли;');
    expect(brief(audit(roster, { today: TODAY }))).toEqual([
      '3 error invite-code-missing inviteCode',
    ]);
  });
});

describe('СНИЛС and phones', () => {
  test('one СНИЛС in two spellings at two parents', () => {
    expect(brief(check({}, { ...OTHER, parentSnils: '05087953079' }))).toEqual([
      '2 error snils-duplicate parentSnils',
      '3 error snils-duplicate parentSnils',
    ]);
  });

  test('one phone in two spellings at two parents, those of one child too', () => {
    const father = {
      parentName: 'Ким Ли Олегович',
      parentSnils: OTHER.parentSnils,
      parentPhone: '89559090738',
      login: 'Ким_Ишим_4_2',
    };
    expect(brief(check({}, father))).toEqual([
      '2 error phone-duplicate parentPhone',
      '3 error phone-duplicate parentPhone',
    ]);
  });

  test('brothers and sisters share a parent', () => {
    const sister = {
      childName: 'Ким Вера Ильинична',
      childBirthDate: '02.02.2015',
      childSnils: OTHER.childSnils,
      inviteCode: 'E735TBA7',
    };
    expect(check({}, sister).findings).toEqual([]);
  });

  test('a shorter form of the same name is the same person', () => {
    const sister = {
      childName: 'Ким Вера',
      childSnils: OTHER.childSnils,
      inviteCode: 'E735TBA7',
      parentName: 'Ким  Анна',
    };
    expect(brief(check({}, sister))).toEqual([
      '2 warning profile-duplicate parentName',
      '3 warning name-mixed-alphabet parentName',
      '3 warning profile-duplicate parentName',
    ]);
  });

  test.each([
    ['Ким  Ян', 'лишний пробел'],
    ['Ким -Ли Ян', 'пробел у дефиса'],
    ['Ким Ян 2', 'цифра'],
    ['Ким, Ян', 'знак'],
  ])('a search would not find «%s»', (childName, words) => {
    const [finding, ...others] = check({ childName }).findings;
    expect(finding).toMatchObject({ rule: 'name-mixed-alphabet', severity: 'warning' });
    expect(finding?.message).toContain(words);
    expect(others.filter(({ rule }) => rule === 'name-mixed-alphabet')).toEqual([]);
  });

  test('two children with one СНИЛС', () => {
    expect(brief(check({}, { ...OTHER, childSnils: FAMILY.childSnils }))).toEqual([
      '2 error snils-duplicate childSnils',
      '3 error snils-duplicate childSnils',
    ]);
  });

  test("a parent's СНИЛС on the child's card", () => {
    expect(brief(check({ childSnils: FAMILY.parentSnils }))).toEqual([
      '2 error snils-shared-with-child childSnils',
    ]);
  });

  test("a parent's СНИЛС on a strange child's card is found on both lines", () => {
    expect(brief(check({}, { ...OTHER, childSnils: FAMILY.parentSnils }))).toEqual([
      '2 error snils-shared-with-child parentSnils',
      '3 error snils-shared-with-child childSnils',
    ]);
  });

  test("a mother's СНИЛС on one child's card leaves the other child's line alone", () => {
    const sister = {
      childName: 'Ким Вера Ильинична',
      childBirthDate: '02.02.2015',
      childSnils: FAMILY.parentSnils,
      inviteCode: 'E735TBA7',
    };
    expect(brief(check({}, sister))).toEqual(['3 error snils-shared-with-child childSnils']);
  });

  test('a landline and a foreign number are warnings', () => {
    expect(brief(check({ parentPhone: '8 (3452) 12-34-56' }))).toEqual([
      '2 warning phone-invalid parentPhone',
    ]);
    expect(brief(check({ parentPhone: '8916… мама' }))).toEqual([
      '2 error phone-invalid parentPhone',
    ]);
  });

  test('a finding tells the line of the other, and nothing of whose it is', () => {
    const { findings } = check({}, { ...OTHER, parentPhone: FAMILY.parentPhone });
    expect(findings[0]?.message).toMatch(/в строке 3/);
    expect(JSON.stringify(findings[0])).not.toMatch(/Юн|Вера/);
  });
});

test.each(['194-713-644 98', '697620767', '194-713-644', '19471364498'])(
  'no finding shows СНИЛС %s whole',
  (parentSnils) => {
    const { findings } = check({ parentSnils }, { ...OTHER, childSnils: FAMILY.parentSnils });
    const digits = JSON.stringify(findings).replace(/[\s-]/g, '');
    expect(digits).not.toContain(parentSnils.replace(/\D/g, '').slice(0, 6));
    expect(findings.some((finding) => finding.rule === 'snils-invalid')).toBe(true);
  },
);

describe('names and dates', () => {
  test.each([
    [{ childName: 'Kим Ян' }, ['2 error name-mixed-alphabet childName']],
    [{ parentName: 'Петрова Анна' }, ['2 question surname-differs parentName']],
    [{ childBirthDate: '01.12.2026' }, ['2 error date-invalid childBirthDate']],
    [{ childBirthDate: '18.11.16' }, ['2 error date-invalid childBirthDate']],
    [
      { childBirthDate: '18.11.1996' },
      ['2 question date-invalid childBirthDate', '2 question date-invalid parentBirthDate'],
    ],
    [{ childBirthDate: '18.11.2009' }, ['2 question date-invalid childBirthDate']],
    [{ parentBirthDate: '20.01.2006' }, ['2 question date-invalid parentBirthDate']],
    [{ parentBirthDate: '20.01.1904' }, ['2 question date-invalid parentBirthDate']],
    [{ parentBirthDate: '18.11.2016' }, ['2 warning date-invalid parentBirthDate']],
    [{ parentBirthDate: '31.02.1985' }, ['2 error date-invalid parentBirthDate']],
  ] as [Row, string[]][])('%j', (row, findings) => {
    expect(brief(check(row)).sort()).toEqual(findings.toSorted());
  });

  test('a Latin letter in the class of a few is a warning', () => {
    expect(brief(check({}, { ...OTHER, className: '4A' }))).toEqual([
      '3 warning name-mixed-alphabet className',
    ]);
  });

  test('one parent with two birth dates or two СНИЛС may have two profiles', () => {
    const again = {
      ...OTHER,
      parentName: 'КИМ АННА ОЛЕГОВНА',
      parentBirthDate: FAMILY.parentBirthDate,
      childName: 'Ким Ли',
    };
    const { findings } = check({}, { ...again, login: 'Ким_Ишим_4' });
    expect(brief({ findings })).toEqual([
      '2 warning profile-duplicate parentName',
      '3 warning profile-duplicate parentName',
    ]);
    expect(findings[0]?.message).toMatch(/имя, СНИЛС, телефон/);
  });

  test('the same row twice is a question', () => {
    expect(brief(check({}, {}))).toEqual([
      '2 question profile-duplicate childName',
      '3 question profile-duplicate childName',
    ]);
  });
});

describe('logins, codes, addresses', () => {
  test.each([
    'Александров_Ишим_4',
    'Ким_Нижняя_Тавда_4',
    'Kim_Ishim_4',
    'Ким_Ишим_СОШ4',
    'Ким2_Ишим_4',
  ])('login %s is of the accepted kind', (login) => {
    const name = login.startsWith('Алекс') ? 'Александрова' : 'Ким';
    const row = { login, childName: `${name} Ян`, parentName: `${name} Анна` };
    expect(check(row).findings).toEqual([]);
  });

  test.each(['kim@example.ru', 'Ким Ишим 4', 'Ким_4', 'Ким_Ишим', 'Kим_Ишим_4', '12345'])(
    'login %s is a warning',
    (login) => {
      expect(brief(check({ login }))).toEqual(['2 warning login-format login']);
    },
  );

  test('two parents cannot have one login', () => {
    expect(brief(check({}, { ...OTHER, childName: 'Ким Ли', parentName: 'Ким Вера' }))).toEqual([
      '3 question login-format login',
    ]);
    const same = { ...OTHER, childName: 'Ким Ли', parentName: 'Ким Вера', login: FAMILY.login };
    expect(brief(check({}, same))).toEqual([
      '2 warning login-format login',
      '3 warning login-format login',
    ]);
  });

  test('one code at two children; a second parent of one child may have it', () => {
    expect(brief(check({}, { ...OTHER, inviteCode: FAMILY.inviteCode }))).toEqual([
      '2 error invite-code-duplicate inviteCode',
      '3 error invite-code-duplicate inviteCode',
    ]);
    const father = {
      parentName: 'Ким Ли Олегович',
      parentSnils: OTHER.parentSnils,
      parentPhone: OTHER.parentPhone,
      login: 'Ким_Ишим_4_2',
    };
    expect(check({}, father).findings).toEqual([]);
  });

  test.each([
    ['O0l1', true],
    ['AB1C', true],
    ['АB2C', true],
    ['1012', false],
    ['AB2C', false],
    ['FPLPBQM8', false],
  ])('code %s is ambiguous: %s', (inviteCode, ambiguous) => {
    expect(brief(check({ inviteCode }))).toEqual(
      ambiguous ? ['2 warning invite-code-ambiguous inviteCode'] : [],
    );
  });

  test.each(['mama@@example', 'mama', 'a b@c.ru', 'мама@example.ru', 'a@b.ru, c@d.ru', 'a@b'])(
    'address %s is an error',
    (parentEmail) => {
      expect(brief(check({ parentEmail }))).toEqual(['2 error email-invalid parentEmail']);
    },
  );
});

test('two parents side by side are told apart, and their child is spoken of once', () => {
  const { roster } = take(
    'Ученик;СНИЛС ученика;Мама;Телефон мамы;Папа;Телефон папы',
    'Ким Ян;194-713-644 98;Ким Анна;123;Ким Ли;456',
  );
  const { findings } = audit(roster, { today: TODAY });
  expect(findings.map((finding) => finding.message)).toEqual([
    expect.stringMatching(/^СНИЛС ребёнка/),
    expect.stringMatching(/^Ким Анна: Телефон «123»/),
    expect.stringMatching(/^Ким Ли: Телефон «456»/),
  ]);
});

test('a line of another sheet is named with its sheet', () => {
  const { roster } = take(HEADER, ...[FAMILY, OTHER].map((row) => Object.values(row).join(';')));
  const [first, second] = roster.rows;
  Object.assign(first!, { sheet: '4А', line: 2 });
  Object.assign(second!, { sheet: '4Б', line: 2 });
  second!.values.parentPhone = first!.values.parentPhone;
  const { findings } = audit(roster, { today: TODAY });
  expect(
    findings.map(({ sheet, message }) => [sheet, /строке 2 \(лист «4[АБ]»\)/.test(message)]),
  ).toEqual([
    ['4А', true],
    ['4Б', true],
  ]);
});

test('every rule has a source, and sections of guides that exist, one of a region', () => {
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  for (const rule of RULES) {
    expect(rule.source.length).toBeGreaterThan(10);
    expect(rule.guides).not.toEqual([]);
    for (const link of rule.guides) {
      const [path = '', anchor] = link.split('#');
      const memo = findMemoGuide(library, path);
      expect(
        memo?.guide.sections.map(({ id }) => id),
        link,
      ).toContain(anchor);
    }
    const ofRegions = rule.guides.map((link) => link.split('/')[0]);
    expect(new Set(ofRegions).size).toBe(ofRegions.length);
  }
});

test('ten thousand people with one phone, one СНИЛС and one code are told in short', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => ({
    childName: `Ким Ян ${'абвгдежзик'[i % 10]}${i}`,
    parentName: `Ким Анна ${'абвгдежзик'[i % 10]}${i}`,
  }));
  const { findings } = check(...rows);
  expect(Math.max(...findings.map((finding) => finding.message.length))).toBeLessThan(250);
});
