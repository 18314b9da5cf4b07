import { expect, it } from 'vitest';
import {
  insertCondition,
  insertPicture,
  insertSection,
  insertStep,
  insertTrail,
  insertWarning,
  type Insert,
} from '../../src/components/author-inserts';
import { newGuide } from '../../src/components/author-templates';
import { compileGuide } from '../../src/guide';

const template = newGuide('steps', 'tyumen', '2026-11-23');
const options = { file: 'tyumen/new.md', regions: ['tyumen'], contacts: [] };

function apply(insert: Insert, text: string, caret: number): { text: string; selected: string } {
  const { from, text: words, select } = insert(text, caret);
  const result = text.slice(0, from) + words + text.slice(from);
  return { text: result, selected: result.slice(from + select[0], from + select[1]) };
}

const BLOCKS: [string, Insert, string][] = [
  ['a step', insertStep, 'Нажмите «Кнопка»'],
  ['a section', insertSection, 'Название раздела'],
  ['a warning', insertWarning, 'Чего нельзя делать.'],
  ['a picture', insertPicture('pictures/menu.svg'), 'Что нарисовано'],
];

it.each(BLOCKS)('%s fits wherever the caret stands, twice', (_name, insert, placeholder) => {
  for (let caret = 0; caret <= template.length; caret += 1) {
    const once = apply(insert, template, caret);
    expect(once.selected).toBe(placeholder);
    const twice = apply(insert, once.text, once.text.length);
    expect(compileGuide(twice.text, options).problems).toEqual([]);
  }
});

it('a step goes under the details of the one before', () => {
  const { text } = apply(insertStep, template, template.indexOf('Откройте'));
  const { guide } = compileGuide(text, options);
  const steps = guide!.sections[0]!.blocks.flatMap((block) =>
    block.type === 'steps' ? block.steps.map(({ id, detail }) => [id, detail.length]) : [],
  );
  expect(steps).toEqual([
    ['open-site', 1],
    ['step-1', 0],
    ['press-sign-in', 0],
  ]);
});

it('a condition stands at the end of the line of its step', () => {
  const caret = template.indexOf('Нажмите');
  const { text } = apply(insertCondition('age<14'), template, caret);
  expect(text).toContain('- [ ] Нажмите «Вход» {#press-sign-in} {if: age<14}\n');
  expect(compileGuide(text, options).problems).toEqual([]);
});

it('a menu trail stands at the caret and is understood as one', () => {
  const caret = template.indexOf('Подробности');
  const { text, selected } = apply(insertTrail, template, caret);
  expect(selected).toBe('Раздел');
  expect(JSON.stringify(compileGuide(text, options).guide)).toContain('"type":"trail"');
});
