import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isCommand } from '../../src/build/test-tools.js';
import { newRunName, temporaryName } from '../../src/cli/temporaries';
import { countPages, hasPdfCommands, pdfFaults, pdfText } from '../pdf-tools';
import { pamyatka, startPamyatka, testFolder, writeList } from './command';

const pages = (folder: string): Record<string, number> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, countPages(readFileSync(join(folder, name)))]),
  );

describe('a file for each class', () => {
  test('of one list', () => {
    const folder = testFolder();
    const list = writeList(join(folder, 'школа.csv'), ['4А', '4Б', '10В'], 3);
    const { status, stderr } = pamyatka('memo', list, '--by-class', '-o', join(folder, 'out'));
    expect(stderr).toContain('файлов: 3, страниц: 9.');
    expect(status).toBe(0);
    expect(pages(join(folder, 'out'))).toEqual({ '10В.pdf': 3, '4А.pdf': 3, '4Б.pdf': 3 });
    if (!hasPdfCommands) return;
    const pdf = readFileSync(join(folder, 'out/4Б.pdf'));
    expect(pdfFaults(pdf)).toBe('');
    expect(pdfText(pdf)).toContain('Ученик Номер2');
    expect(pdfText(pdf)).toContain('4Б');
    expect(pdfText(pdf)).not.toContain('4А');
  });

  test('of many lists, whose names tell one school from another', () => {
    const folder = testFolder();
    const lists = [
      writeList(join(folder, 'север/школа 1.csv'), ['4А', '4Б'], 2),
      writeList(join(folder, 'юг/школа 1.csv'), ['4А'], 4),
      writeList(join(folder, '5А.csv'), ['5А'], 1),
    ];
    const out = join(folder, 'out');
    expect(pamyatka('memo', ...lists, '-o', out).status).toBe(0);
    expect(pages(out)).toEqual({
      '5А.pdf': 1,
      'школа 1 (2) — 4А.pdf': 4,
      'школа 1 — 4А.pdf': 2,
      'школа 1 — 4Б.pdf': 2,
    });
  });

  test('each with its own pupils, when two workers write into one folder', () => {
    const folder = testFolder();
    const classes = Array.from({ length: 11 }, (_, index) => `${String(index + 1)}А`);
    const lists = Array.from({ length: 12 }, (_, index) =>
      writeList(join(folder, `${String(index + 1)}.csv`), classes, index + 1),
    );
    const out = join(folder, 'out');
    const { status, stderr } = pamyatka('memo', ...lists, '-o', out);
    expect(stderr).toContain('файлов: 132');
    expect(status).toBe(0);
    for (const [name, count] of Object.entries(pages(out))) {
      expect(count, name).toBe(Number.parseInt(name, 10));
    }
  });

  test('with names that Windows can keep, none over another', () => {
    const folder = testFolder();
    const classes = ['CON', '4/А', '4:А', '4а', '4А', '..', ' ', 'Ж'.repeat(200), 'con.txt'];
    const list = writeList(join(folder, 'список.csv'), classes, 1);
    const out = join(folder, 'out');
    expect(pamyatka('memo', list, '--by-class', '-o', out).status).toBe(0);
    const names = readdirSync(out);
    expect(names).toHaveLength(classes.length);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(classes.length);
    for (const name of names) {
      expect(name).not.toMatch(/[\\/:*?"<>|]|[. ]\.pdf$|^(?:con|nul)\b/i);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }
  });

  test('of the same bytes as before, in place of what was there', () => {
    const folder = testFolder();
    const list = writeList(join(folder, 'школа.csv'), ['4А', '4Б'], 2);
    const out = join(folder, 'out');
    const make = (): Buffer[] => {
      expect(pamyatka('memo', list, '--by-class', '-o', out).status).toBe(0);
      return readdirSync(out).map((name) => readFileSync(join(out, name)));
    };
    expect(make()).toEqual(make());
  });

  test('of the lists that can be read, when one cannot', () => {
    const folder = testFolder();
    const good = writeList(join(folder, 'хороший.csv'), ['4А'], 2);
    const bad = join(folder, 'плохой.csv');
    writeFileSync(bad, '');
    const out = join(folder, 'out');
    const { status, stderr } = pamyatka('memo', bad, good, join(folder, 'нет.csv'), '-o', out);
    expect(status).toBe(2);
    expect(stderr).toMatch(/плохой\.csv.*пуст/u);
    expect(stderr).toMatch(/нет\.csv.*не открывается/u);
    expect(stderr).toContain('Списков без памяток: 2');
    expect(pages(out)).toEqual({ 'хороший — 4А.pdf': 2 });
  });

  test('names the list and the line of a letter that no font has', () => {
    const folder = testFolder();
    const list = join(folder, 'а.csv');
    writeFileSync(list, 'Класс;Ученик;Код\n5А;Иванов 🎈 Пётр;AAAA2222\n');
    const other = writeList(join(folder, 'б.csv'), ['5Б'], 1);
    const { status, stderr } = pamyatka('memo', list, other, '-o', join(folder, 'out'));
    expect(status).toBe(0);
    expect(stderr).toMatch(/^а\.csv: Строка 2, .*🎈/mu);
  });

  test.each([
    ['a file where the folder should be', ['LIST', '--by-class', '-o', 'LIST'], /нужна папка/],
    ['a folder under a file', ['LIST', '--by-class', '-o', 'LIST/out'], /Такой папки нет/],
    [
      'an address without https',
      ['LIST', 'LIST', '-o', 'OUT', '--app-url', 'http://x.ru'],
      /https/,
    ],
    ['an unknown guide', ['LIST', '--by-class', '-o', 'OUT', '--guide', 'нет/такой'], /нет\. Есть/],
    ['no list at all', ['--by-class', '-o', 'OUT'], /Не назван список/],
  ])('is not begun with %s', (_name, words, message) => {
    const folder = testFolder();
    const list = writeList(join(folder, 'школа.csv'), ['4А'], 1);
    const out = join(folder, 'out');
    const args = words.map((word) => word.replace('LIST', list).replace('OUT', out));
    const { status, stderr } = pamyatka('memo', ...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});

test('a cancelled run leaves whole files and nothing else', async () => {
  const folder = testFolder();
  const classes = Array.from({ length: 12 }, (_, index) => `${String(index + 1)}А`);
  const lists = Array.from({ length: 60 }, (_, index) =>
    writeList(join(folder, `школа ${String(index)}.csv`), classes, 25),
  );
  const out = join(folder, 'out');
  const child = startPamyatka('memo', ...lists, '-o', out);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    // The first list is done, and others are in the making.
    if (said === '') child.kill('SIGINT');
    said += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(130);
  expect(said).toContain('Остановлено');
  const names = readdirSync(out);
  expect(names.length).toBeGreaterThan(0);
  expect(names.length).toBeLessThan(lists.length * classes.length);
  for (const name of names) {
    expect(name).toMatch(/\.pdf$/);
    expect(countPages(readFileSync(join(out, name)))).toBe(25);
  }
});

test('after a killed run, the next one cleans up and writes all files whole', async () => {
  const folder = testFolder();
  const classes = Array.from({ length: 12 }, (_, index) => `${String(index + 1)}А`);
  const lists = Array.from({ length: 6 }, (_, index) =>
    writeList(join(folder, `школа ${String(index)}.csv`), classes, 25),
  );
  const out = join(folder, 'out');
  const child = startPamyatka('memo', ...lists, '-o', out);
  const closed = new Promise((resolve) => child.on('close', resolve));
  child.stderr?.once('data', () => child.kill('SIGKILL'));
  await closed;
  for (const name of readdirSync(out).filter((file) => file.endsWith('.pdf'))) {
    expect(countPages(readFileSync(join(out, name)))).toBe(25);
  }
  // What it leaves when it is killed while it writes: that moment is too short to be met.
  const [host] = /[0-9a-f]{8}-/.exec(temporaryName(newRunName())) ?? [];
  const left = `.pamyatka-${host ?? ''}${String(child.pid)}-00000000-00000000.tmp`;
  writeFileSync(join(out, left), '%PDF');
  expect(pamyatka('memo', ...lists, '-o', out).status).toBe(0);
  const names = readdirSync(out);
  expect(names.filter((name) => !name.endsWith('.pdf'))).toEqual([]);
  expect(names).toHaveLength(lists.length * classes.length);
});

const hasParallel = isCommand('parallel');
if (!hasParallel) console.warn('Missing parallel: the run on many machines is not tested.');

test.skipIf(!hasParallel)(
  'GNU Parallel makes the same files, a list at a time',
  () => {
    const folder = testFolder();
    const lists = ['школа 1', 'школа 2', 'школа 3'].map((name) =>
      writeList(join(folder, 'lists', `${name}.csv`), ['4А', '4Б'], 2),
    );
    // As the README has it, with this machine alone as «many».
    const [line = ''] = /^RSYNC_OLD_ARGS.*\\\n.*$/m.exec(readFileSync('README.md', 'utf8')) ?? [];
    const script = line.replace('parallel', 'parallel --will-cite').replace(':,pc2,pc3', ':');
    symlinkSync(resolve('src'), join(folder, 'src'));
    const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toContain('страниц: 4');
    expect(status).toBe(0);
    const alone = join(folder, 'alone');
    expect(pamyatka('memo', ...lists, '-o', alone).status).toBe(0);
    for (const name of readdirSync(alone)) {
      const parallel = join(folder, 'memos', name.replace(' — ', '/'));
      expect(readFileSync(parallel)).toEqual(readFileSync(join(alone, name)));
    }
  },
  60_000,
);
