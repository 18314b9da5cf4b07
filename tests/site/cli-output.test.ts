import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countPages } from '../pdf-tools';
import { COMMAND, pamyatka, startPamyatka, testFolder, writeList } from './command';

const LIST = 'tests/fixtures/4A-clean.csv';
const FAMILIES = 25;

/** A line of a shell that knows the command and a list. */
function shell(folder: string, script: string): { status: number | null; stderr: string } {
  const command = `"${process.execPath}" "${COMMAND}" memo list.csv`;
  const { status, stderr } = spawnSync('sh', ['-c', script.replaceAll('MEMO', command)], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stderr };
}

function folderWithList(): string {
  const folder = testFolder();
  writeFileSync(join(folder, 'list.csv'), readFileSync(LIST));
  return folder;
}

describe('the file that is written', () => {
  test('takes the place of the old one, and leaves nothing beside it', () => {
    const folder = testFolder();
    const output = join(folder, 'memo.pdf');
    writeFileSync(output, 'old');
    expect(pamyatka('memo', LIST, '-o', output).status).toBe(0);
    expect(countPages(readFileSync(output))).toBe(FAMILIES);
    expect(readdirSync(folder)).toEqual(['memo.pdf']);
  });

  test('goes where a link points, and the link stays', () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real/memo.pdf'), 'old');
    symlinkSync('real/memo.pdf', join(folder, 'link.pdf'));
    expect(pamyatka('memo', LIST, '-o', join(folder, 'link.pdf')).status).toBe(0);
    expect(readlinkSync(join(folder, 'link.pdf'))).toBe('real/memo.pdf');
    expect(countPages(readFileSync(join(folder, 'real/memo.pdf')))).toBe(FAMILIES);
    expect(readdirSync(join(folder, 'real'))).toEqual(['memo.pdf']);
  });

  test.skipIf(process.platform === 'win32').each([
    ['a pipe with a name', 'mkfifo p && (cat p > got.pdf & MEMO -o p && wait)'],
    ['the standard output', 'MEMO -o /dev/stdout > got.pdf'],
    ['a pipe', 'MEMO -o /dev/stdout | cat > got.pdf'],
  ])('goes into %s', (_name, script) => {
    const folder = folderWithList();
    const before = lstatSync('/dev/stdout').isSymbolicLink();
    const { status, stderr } = shell(folder, script);
    expect(stderr).toContain('Готово');
    expect(status).toBe(0);
    expect(countPages(readFileSync(join(folder, 'got.pdf')))).toBe(FAMILIES);
    expect(lstatSync('/dev/stdout').isSymbolicLink()).toBe(before);
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')('says that a disk is full', () => {
    const { status, stderr } = pamyatka('memo', LIST, '-o', '/dev/full');
    expect(stderr).toContain('На диске нет места');
    expect(status).toBe(2);
  });

  test.each([
    ['a folder', '.', /Это папка/],
    ['a folder that is not there', 'нет/memo.pdf', /Такой папки нет/],
    ['a file as a folder', 'list.csv/memo.pdf', /Такой папки нет/],
    ['a name too long', `${'Ж'.repeat(200)}.pdf`, /Имя слишком длинное/],
    ['a link that leads nowhere', 'broken.pdf', /никуда не ведёт/],
  ])('is not made of %s, and leaves nothing', (_name, output, message) => {
    const folder = folderWithList();
    symlinkSync('нет/нет.pdf', join(folder, 'broken.pdf'));
    const before = readdirSync(folder);
    const { status, stderr } = pamyatka('memo', LIST, '-o', join(folder, output));
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
    expect(readdirSync(folder)).toEqual(before);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'is whole or not there after %s',
    async (signal) => {
      const folder = testFolder();
      const list = writeList(join(folder, 'list.csv'), ['4А'], 4000);
      // A letter that no font has: told of as soon as the pages are laid out, before they are written.
      writeFileSync(list, `${readFileSync(list, 'utf8')}4А;Иванов 🎈;CODE\n`);
      const child = startPamyatka('memo', list, '-o', join(folder, 'memo.pdf'));
      child.stderr?.once('data', () => child.kill(signal));
      await new Promise((resolve) => child.on('close', resolve));
      for (const name of readdirSync(folder)) {
        expect(['list.csv', 'memo.pdf']).toContain(name);
        if (name === 'memo.pdf') expect(countPages(readFileSync(join(folder, name)))).toBe(4001);
      }
    },
    60_000,
  );
});

describe('what is wrong in a list', () => {
  test('is told with its line, and the memos are made', () => {
    const folder = testFolder();
    const list = join(folder, 'list.csv');
    const rows = [
      '5А;Иванов Пётр;АБС-1234X',
      '5А;Петров Иван;AB CD 12',
      '5А;\u202EСидоров\u200B Олег\u0007;CODE-3',
    ];
    writeFileSync(list, `Класс;Ученик;Код\n${rows.join('\n')}\n`);
    const output = join(folder, 'memo.pdf');
    const { status, stderr } = pamyatka('memo', list, '-o', output);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^Строка 2, .*и русские, и латинские буквы/mu);
    expect(stderr).toMatch(/^Строка 3, .*в коде есть пробел/mu);
    expect(stderr).not.toMatch(/^Строка 4/mu);
    expect(countPages(readFileSync(output))).toBe(3);
  });

  test.each(['http://school.ru/', 'http://localhost:4173/', 'school.ru', 'https://x.ru/?a', ''])(
    'an address «%s» that no parent’s phone should open makes no file',
    (url) => {
      const folder = testFolder();
      const output = join(folder, 'memo.pdf');
      const { status, stderr } = pamyatka('memo', LIST, '-o', output, '--app-url', url);
      expect(stderr).toContain('Нужен адрес вида https://');
      expect(status).toBe(2);
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});
