import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { decodeFamilyLink } from '../../src/link';
import { readRoster } from '../../src/roster';
import {
  countPages,
  decodeQr,
  hasPdfCommands,
  lettersWithoutInk,
  pdfFaults,
  pdfText,
  pdfTextByMuPdf,
  renderPage,
} from '../pdf-tools';
import { workbook } from '../roster/workbooks';

const folder = mkdtempSync(join(tmpdir(), 'pamyatka-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const fixture = (name: string): string => join('tests/fixtures', name);

function pamyatka(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist-cli/pamyatka.js', ...args],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

function memo(list: string, ...options: string[]): Uint8Array {
  const output = join(folder, 'memo.pdf');
  const { status, stderr } = pamyatka('memo', list, '-o', output, ...options);
  expect(stderr).toContain('Готово');
  expect(status).toBe(0);
  return readFileSync(output);
}

/** Text as a person would search it: line breaks and double spaces do not count. */
function flat(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

describe('pamyatka memo', () => {
  test.each(['4A-clean.csv', '9V-windows-1251.csv'])(
    'gives every family of %s a sheet that prints, reads and scans',
    (name) => {
      const { roster } = readRoster(readFileSync(fixture(name)), name);
      const pdf = memo(fixture(name), '--school', 'МАОУ СОШ № 4');
      if (hasPdfCommands) {
        expect(pdfFaults(pdf)).toBe('');
        const text = flat(pdfText(pdf));
        for (const { values } of roster.rows) {
          expect(text).toContain(values.childName);
          expect(text).toContain(values.inviteCode);
        }
        for (const words of ['МАОУ СОШ № 4', '8-800-100-70-10', 'sd.72to.ru', 'pwa.kiasuo.ru']) {
          expect(text.split(words).length - 1).toBeGreaterThanOrEqual(roster.rows.length);
        }
      }
      expect(countPages(pdf)).toBe(roster.rows.length);
      for (const page of [0, roster.rows.length - 1]) {
        expect(decodeQr(renderPage(pdf, page, 100))).toBe('https://pwa.kiasuo.ru/');
        expect(lettersWithoutInk(pdf, page)).toEqual([]);
      }
    },
  );

  // What a spreadsheet, a parser or a tidy programmer would like to mend.
  const CODES = [
    'abcdWXYZ',
    '00012345',
    '0000 00-ab  CD',
    'O0l1I-5S8B',
    '1e5',
    '12-05-2016',
    '=A1+1',
    "'0012",
    'АБС1ё-Й',
    '12345678901234567890',
    '0.10',
    'a;b,"c"',
    'TRUE',
    'wwwwWWWWmmMM',
  ];
  const rows = [
    ['Класс', 'ФИО ученика', 'Код приглашения'],
    ...CODES.map((code, index) => ['4А', `Орлова Вера ${'Ю'.repeat(index + 1)}`, code]),
  ];
  const asCsv = rows
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
    .join('\r\n');

  test.each([
    ['csv', 'page', asCsv],
    ['xlsx', 'slips', workbook({ name: '4А', rows })],
  ])('prints every code of a %s file as it stands there, layout %s', (type, layout, content) => {
    const list = join(folder, `codes.${type}`);
    writeFileSync(list, content);
    const pdf = memo(list, '--layout', layout, '--app-url', 'https://school.example/');
    // Poppler takes one space of two.
    const text = pdfTextByMuPdf(pdf).replaceAll('\u00A0', ' ');
    expect(CODES.filter((code) => !text.includes(code))).toEqual([]);
    if (layout === 'slips') return;
    for (const page of [1, 2, 10]) {
      const link = decodeFamilyLink(new URL(decodeQr(renderPage(pdf, page, 150))).hash);
      expect(link).toMatchObject({ ok: true, link: { inviteCode: CODES[page] } });
    }
  });

  test('gives the same bytes for the same list', () => {
    expect(memo(fixture('4A-clean.csv'))).toEqual(memo(fixture('4A-clean.csv')));
  });

  test('opens the app from the QR, with the code behind #', () => {
    const pdf = memo(fixture('4A-clean.csv'), '--app-url', 'https://school.example.ru/p/');
    const address = decodeQr(renderPage(pdf, 0, 150));
    expect(address).toMatch(/^https:\/\/school\.example\.ru\/p\/krasnoyarsk\/#\S+$/);
    // The address may go on in a second line.
    if (hasPdfCommands) {
      expect(pdfText(pdf).replace(/\s/gu, '')).toMatch(/school\.example\.ru\/p\/.*krasnoyarsk/u);
    }
  });

  test.skipIf(!hasPdfCommands)('writes a name after «для» as it is told to', () => {
    const words = ['--for-whom', 'Орлов Матвей Владимирович=нашего Матвея'];
    expect(flat(pdfText(memo(fixture('4A-clean.csv'), ...words)))).toContain('для нашего Матвея');
    const { status, stderr } = pamyatka(
      'memo',
      fixture('4A-clean.csv'),
      '-o',
      'x.pdf',
      '--for-whom',
      'Лю Вэй',
    );
    expect(status).toBe(2);
    expect(stderr).toContain('--for-whom Лю Вэй: напишите так');
  });

  test.skipIf(!hasPdfCommands)(
    'prints the heading, note and deadline, and leaves a contact out',
    () => {
      const words = ['--heading', 'Наш дневник', '--note', 'Кабинет 214', '--deadline', 'до 1 мая'];
      const text = flat(
        pdfText(memo(fixture('4A-clean.csv'), ...words, '--without', '8-800-100-70-10')),
      );
      for (const own of ['Наш дневник', 'Срок: до 1 мая', 'Кабинет 214', 'sd.72to.ru']) {
        expect(text).toContain(own);
      }
      expect(text).not.toContain('8-800-100-70-10');
      const list = fixture('4A-clean.csv');
      const { status, stderr } = pamyatka('memo', list, '-o', 'x.pdf', '--without', '112');
      expect(status).toBe(2);
      expect(stderr).toContain('Есть: 8-800-100-70-10, myschool@gosuslugi.ru, sd.72to.ru');
    },
  );

  test('says where to get a code on a row without one, and prints no СНИЛС', () => {
    const pdf = memo(fixture('4B-mistakes.csv'));
    if (!hasPdfCommands) return;
    const sheets = pdfText(pdf).split('\f').map(flat);
    const sheet = sheets.find((text) => text.includes('Петрова Арина Николаевна'));
    expect(sheet).toMatch(/у классного руководителя/);
    for (const { values } of readRoster(readFileSync(fixture('4B-mistakes.csv'))).roster.rows) {
      for (const snils of [values.parentSnils, values.childSnils]) {
        if (snils !== '') expect(sheets.join(' ')).not.toContain(snils);
      }
    }
  });

  test('prints any guide as a checklist without a list, conditions and ticks applied', () => {
    const output = join(folder, 'checklist.pdf');
    const options = ['-o', output, '--layout', 'checklist', '--guide', 'krasnoyarsk/kiasuo'];
    const print = (...more: string[]): string => {
      const { status, stderr } = pamyatka('memo', ...options, ...more);
      expect(stderr).toContain('Готово');
      expect(status).toBe(0);
      return flat(pdfText(readFileSync(output)));
    };
    const whole = print();
    expect(whole).toContain('Электронный дневник и чаты класса');
    expect(whole).toContain('Проверьте, что появился чат');
    expect(whole).toContain('Если у вас компьютер с Windows');
    const blank = readFileSync(output);
    expect(print('--if', 'device=android', '--if', 'age<14')).not.toContain('Windows');
    print('--done', 'have-gosuslugi,sign-in');
    expect(readFileSync(output)).not.toEqual(blank);
    const stranger = pamyatka('memo', ...options, '--done', 'нет-такого');
    expect(stranger.status).toBe(2);
    expect(stranger.stderr).toContain('шага «нет-такого» в памятке нет. Есть: have-gosuslugi');
    expect(pamyatka('memo', ...options, '--if', 'age=5').stderr).toContain('age<14');
  });

  test('takes Tyumen’s memo for a list without codes, and any guide by name', () => {
    const list = join(folder, 'no-codes.csv');
    writeFileSync(list, 'Класс;Ученик;СНИЛС родителя\n5А;Иванов Пётр;\n5А;Петров Иван;\n');
    if (!hasPdfCommands) return;
    expect(pdfText(memo(list))).toContain('school.72to.ru');
    expect(flat(pdfText(memo(list, '--guide', 'krasnoyarsk/gosuslugi')))).toContain('Госуслуг');
  });

  test('prints for those alone whose data are incomplete', () => {
    const pdf = memo(fixture('4B-mistakes.csv'), '--only', 'incomplete');
    const expected: { line: number }[] = JSON.parse(
      readFileSync(fixture('4B-mistakes.expected.json'), 'utf8'),
    ) as { line: number }[];
    expect(countPages(pdf)).toBe(new Set(expected.map(({ line }) => line)).size);
  });

  test('names the line and the letter that no font has, and prints the rest', () => {
    const list = join(folder, 'emoji.csv');
    writeFileSync(list, 'Класс;Ученик;Код\n5А;Иванов Пётр;AAAA2222\n5А;Петров 🎈 Иван;BBBB3333\n');
    const output = join(folder, 'emoji.pdf');
    const { status, stderr } = pamyatka('memo', list, '-o', output);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^Строка 3, .*🎈/mu);
    expect(countPages(readFileSync(output))).toBe(2);
  });

  test.each([
    ['no file', ['memo', 'нет.csv', '-o', 'x.pdf'], /Файл «нет\.csv» не открывается/],
    ['no list', ['memo', '-o', 'x.pdf'], /Не назван список класса/],
    ['no output', ['memo', fixture('4A-clean.csv')], /куда записать/],
    [
      'a list as its own output',
      ['memo', fixture('4A-clean.csv'), '-o', fixture('4A-clean.csv')],
      /поверх списка/,
    ],
    ['a folder as the list', ['memo', 'tests', '-o', 'x.pdf'], /не открывается/],
    [
      'a layout that is not there',
      ['memo', fixture('4A-clean.csv'), '-o', 'x.pdf', '--layout', 'a3'],
      /Вида «a3» нет/,
    ],
    [
      'an address without https',
      ['memo', fixture('4A-clean.csv'), '-o', 'x.pdf', '--app-url', 'http://x.ru/'],
      /https/,
    ],
    [
      'a folder that is not there',
      ['memo', fixture('4A-clean.csv'), '-o', 'нет/x.pdf'],
      /не записать/,
    ],
    ['an unknown option', ['memo', fixture('4A-clean.csv'), '--print'], /Не понимаю/],
    ['an unknown command', ['memos'], /Нет такой команды/],
  ])('says what is wrong with %s', (_name, args, message) => {
    const { status, stdout, stderr } = pamyatka(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(existsSync('x.pdf')).toBe(false);
  });

  test.each([
    ['an empty file', '', /пуст/],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', /картинк|изображени|рисун/i],
    ['a list without names', 'Класс;Код\n5А;AAAA\n', /имен/],
  ])('says what is wrong with %s', (_name, content, message) => {
    const list = join(folder, 'bad.csv');
    writeFileSync(list, content, content.startsWith('\x89') ? 'latin1' : 'utf8');
    const { status, stderr } = pamyatka('memo', list, '-o', join(folder, 'bad.pdf'));
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(readdirSync(folder).filter((name) => name.startsWith('bad.pdf'))).toEqual([]);
  });
});

describe('pamyatka audit', () => {
  test('finds exactly the expected errors, with lines, rules and fields', () => {
    const { status, stdout } = pamyatka('audit', fixture('4B-mistakes.csv'), '--json');
    expect(status).toBe(1);
    const findings = JSON.parse(stdout) as Record<string, unknown>[];
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ line, rule, field }) => ({ line, rule, field }))).toEqual(
      JSON.parse(readFileSync(fixture('4B-mistakes.expected.json'), 'utf8')),
    );
    for (const finding of findings) {
      expect(Object.keys(finding).sort()).toEqual(
        expect.arrayContaining(['field', 'line', 'message', 'rule', 'severity', 'steps']),
      );
    }
  });

  test.each(['4A-clean.csv', '9V-windows-1251.csv', '9V-tabs-as-pasted-from-excel.txt'])(
    'finds nothing in %s',
    (name) => {
      const { status, stdout } = pamyatka('audit', fixture(name), '--json');
      expect(JSON.parse(stdout)).toEqual([]);
      expect(status).toBe(0);
    },
  );

  test('exits with 2 for what is no list', () => {
    expect(pamyatka('audit', 'package-lock.json').status).toBe(2);
  });
});

describe('pamyatka guides', () => {
  test('finds nothing wrong with the product’s own', () => {
    expect(pamyatka('guides')).toMatchObject({ status: 0, stdout: '' });
  });

  test('tells file, line and mistake, and exits with 1', () => {
    const guides = join(folder, 'guides');
    mkdirSync(join(guides, 'kray'), { recursive: true });
    writeFileSync(
      join(guides, 'kray/a.md'),
      '---\ntitle: А\nsystem: А\nregion: kray\naudience: [parent]\nsource: А\nverified: 2026-11-22\nstatus: current\n---\n\n- [ ] Да\n',
    );
    const { status, stdout } = pamyatka('guides', guides);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^kray\/a\.md:11: У шага нет постоянного имени/m);
  });
});

test('npx finds the command of a checkout', () => {
  // In a checkout that it meets for the first time npx runs `prepare`, which builds the command anew
  // while other tests use it.
  const env = { ...process.env, npm_config_ignore_scripts: 'true' };
  const output = execFileSync('npx pamyatka --help', { shell: true, encoding: 'utf8', env });
  expect(output).toContain('pamyatka memo');
});
