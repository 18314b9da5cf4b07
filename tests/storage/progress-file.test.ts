import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeChildren } from '../../src/storage/merge-progress';
import { LARGEST_FILE, readProgressFile, writeProgressFile } from '../../src/storage/progress-file';

const ANYA = { id: '1', name: 'Аня', className: '4А', school: 'Школа № 4', inviteCode: 'HGKM' };
const MISHA = {
  id: '2',
  name: 'Миша',
  className: '1Б',
  school: '',
  inviteCode: '',
  age: 'under14',
} as const;
const TICKS = [
  { guide: 'krasnoyarsk/kiasuo', child: '', step: 'sign-in', at: 1 },
  { guide: 'krasnoyarsk/kiasuo', child: '2', step: 'enter-code', at: 2 },
];
const PROGRESS = { ticks: TICKS, situation: { device: 'android' }, children: [ANYA, MISHA] };
const blank = (id: string) => ({ id, name: '', className: '', school: '', inviteCode: '' });

const reasonOf = (text: string) => {
  const read = readProgressFile(text);
  return read.ok ? 'ok' : read.reason;
};

describe('a progress file', () => {
  it('is read as it was written', () => {
    expect(readProgressFile(writeProgressFile(PROGRESS, true))).toEqual({
      ok: true,
      progress: PROGRESS,
    });
  });

  it('holds no name, class or code of a child without a yes', () => {
    const text = writeProgressFile(PROGRESS, false);
    expect(text).not.toMatch(/Аня|4А|Школа|HGKM|Миша|1Б/);
    expect(readProgressFile(text)).toEqual({
      ok: true,
      progress: { ...PROGRESS, children: [blank('1'), blank('2')] },
    });
  });

  it.each([
    ['foreign', ''],
    ['foreign', 'null'],
    ['foreign', '{"format":"other"}'],
    ['foreign', '<!doctype html>'],
    ['damaged', writeProgressFile(PROGRESS, true).slice(0, -20)],
    ['damaged', writeProgressFile(PROGRESS, true).replace('"at":1', '"at":"1"')],
    ['damaged', writeProgressFile(PROGRESS, true).replace('"version":1', '"version":"x"')],
    ['damaged', writeProgressFile(PROGRESS, true).replace('HGKM', 'H'.repeat(301))],
    ['newer', writeProgressFile(PROGRESS, true).replace('"version":1', '"version":2')],
    ['too-long', ' '.repeat(LARGEST_FILE + 1)],
  ])('that is %s says so: %.40s', (reason, text) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('of any content whatever is refused or read, never thrown at', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const file = `{"format":"pamyatka-progress","version":1,"ticks":${json},"children":${json}}`;
        expect(['ok', 'damaged', 'foreign']).toContain(reasonOf(file));
        expect(reasonOf(json)).toBe('foreign');
      }),
    );
  });
});

describe('merging', () => {
  it('gives the file’s children ids that are free here, and their ticks with them', () => {
    const here = [{ ...blank('1'), name: 'Оля' }];
    const merged = mergeChildren(here, PROGRESS);
    expect(merged.children).toEqual([here[0], { ...ANYA, id: '2' }, { ...MISHA, id: '3' }]);
    expect(merged.ticks.map(({ child }) => child)).toEqual(['', '3']);
  });

  it('knows a child again by its code or its name, and changes nothing of it', () => {
    const here = [
      { ...MISHA, id: '1' },
      { ...blank('2'), className: '4 «А»', inviteCode: 'HGKM' },
    ];
    const merged = mergeChildren(here, PROGRESS);
    expect(merged.children).toEqual([here[0], { ...ANYA, id: '2', className: '4 «А»' }]);
    expect(merged.ticks[1]?.child).toBe('1');
  });

  it('takes children without data for those that stand at their place', () => {
    const without = { ...PROGRESS, children: [blank('1'), blank('2')] };
    expect(mergeChildren([], without).children).toEqual([blank('1'), blank('2')]);
    expect(mergeChildren([ANYA, MISHA], without).children).toEqual([ANYA, MISHA]);
  });

  it('brings what was ticked before any child was added to the first child here', () => {
    const ticks = [{ guide: 'a/b', child: '1', step: 's', at: 1 }];
    const merged = mergeChildren([{ ...MISHA, id: '2' }], { ticks, situation: {}, children: [] });
    expect(merged.ticks[0]?.child).toBe('2');
  });
});
