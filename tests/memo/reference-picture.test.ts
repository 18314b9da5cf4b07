import { expect, it } from 'vitest';
import { layOutMemo, MEMO_LAYOUTS, writeMemoPdf, type MemoRequest } from '../../src/memo';
import { FONTS } from './memo-fonts';
import { differenceFromPicture } from './reference-picture';
import { family, guideWithSteps, request } from './sample';

/** A moved line or a lost box changes more. */
const TOLERANCE = 0.002;

const families = [
  family(),
  family({ line: 3, childName: 'Мамедова-Ильинская Айгюль Рустамовна', inviteCode: 'O0l1I-5S8B' }),
  family({ line: 4, childName: 'Ким Вера', inviteCode: '', access: 'snils' }),
];

function make(changes: Partial<MemoRequest>): Promise<Uint8Array> {
  const appUrl = 'https://school4.example.ru/pamyatka/';
  const note = 'Приходите за помощью в кабинет 214';
  return writeMemoPdf(layOutMemo(request({ families, appUrl, note, ...changes }), FONTS), FONTS);
}

it.each(MEMO_LAYOUTS)('layout %s looks as it did when somebody looked at it', async (layout) => {
  expect(differenceFromPicture(layout, await make({ layout }))).toBeLessThan(TOLERANCE);
});

it('large print looks as it did when somebody looked at it', async () => {
  expect(differenceFromPicture('large', await make({ large: true }))).toBeLessThan(TOLERANCE);
});

const sister = family({ line: 5, className: '2Б', childName: 'Александрова Анна' });

it.each([
  ['large-form', { layout: 'form', large: true }],
  ['siblings', { families: [family({ siblings: [{ ...sister, inviteCode: 'ANNA1234' }] })] }],
  ['checklist-with-ticks', { layout: 'checklist', done: ['open', 'invitations'] }],
] satisfies [string, Partial<MemoRequest>][])(
  '%s looks as it did when somebody looked at it',
  async (name, changes) => {
    expect(differenceFromPicture(name, await make(changes))).toBeLessThan(TOLERANCE);
  },
);

// The control: what the tests above must be able to see.
it.runIf(process.env['RENEW_PICTURES'] === undefined).each([
  ['one step more', { guide: guideWithSteps(1) }],
  ['a contact left out', { contacts: [] }],
  ['a lost code', { families: [family({ inviteCode: '' })] }],
] satisfies [string, Partial<MemoRequest>][])('%s would be seen', async (_name, changes) => {
  expect(differenceFromPicture('page', await make(changes))).toBeGreaterThan(TOLERANCE);
});
