import { describe, expect, it } from 'vitest';
import { readGuidesFolder } from '../../src/build/guides-folder';
import {
  newGuide,
  TEMPLATE_TITLES,
  type TemplateKind,
} from '../../src/components/author-templates';
import { compileLibrary } from '../../src/guide';
import { checkDraft } from '../../src/guide/check-draft';

const files = readGuidesFolder('guides');
const today = '2026-11-23';
const check = (
  source: string,
  path = 'tyumen/new.md',
  pictures: Readonly<Record<string, string>> = {},
) => checkDraft(files, { path, source, pictures }, today);

/** What a new guide cannot be without: no route has it yet. */
const NO_ROUTE = { line: 1, severity: 'warning' };

describe('a draft', () => {
  it.each(Object.keys(TEMPLATE_TITLES) as TemplateKind[])(
    'begins without a problem from the template «%s»',
    (kind) => {
      const { guide, problems, elsewhere } = check(newGuide(kind, 'tyumen', today));
      expect(problems).toMatchObject([NO_ROUTE]);
      expect(elsewhere).toEqual([]);
      expect(guide?.id).toBe('tyumen/new');
    },
  );

  it('has its problems in the order of its lines', () => {
    const source = `${newGuide('steps', 'tyumen', '2020-01-01')}\n- [ ] Шаг\n\nСлово сo смесью\n`;
    const lines = check(source).problems.map(({ line }) => line);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines).toEqual([...lines].sort((one, other) => one - other));
  });

  it('may use its own pictures', () => {
    const source = `${newGuide('steps', 'tyumen', today)}\n![Кнопка](pictures/mine.svg)\n`;
    const problemsWith = (pictures: Record<string, string>) =>
      check(source, 'tyumen/new.md', pictures).problems;
    expect(problemsWith({})).toHaveLength(2);
    expect(problemsWith({ 'pictures/mine.svg': '<svg viewBox="0 0 9 9"/>' })).toHaveLength(2);
    const picture = '<svg width="320" height="200"/>';
    expect(problemsWith({ 'pictures/mine.svg': picture })).toMatchObject([NO_ROUTE]);
  });

  it('in place of a guide tells whom it breaks', () => {
    const { elsewhere } = check(newGuide('steps', 'common', today), 'common/gosuslugi.md');
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(elsewhere.every(({ file }) => file !== 'common/gosuslugi.md')).toBe(true);
  });

  it('may be a translation, and has the problems that the build tells of it', () => {
    const path = 'krasnoyarsk/kiasuo.en.md';
    const source = (files.get(path) ?? '').replace('title:', 'region: krasnoyarsk\ntitle:');
    expect(check(source, path)).toMatchObject({
      guide: { id: 'krasnoyarsk/kiasuo', title: 'The electronic diary and the class chats' },
      problems: [],
      elsewhere: [],
      region: { id: 'krasnoyarsk' },
    });
    const spoiled = source.replace('[pwa.kiasuo.ru](https://pwa.kiasuo.ru/)', 'the site');
    const { problems } = compileLibrary(new Map(files).set(path, spoiled), today);
    expect(check(spoiled, path).problems).toEqual(problems);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('names the region whose contacts it may use', () => {
    expect(check(newGuide('steps', 'tyumen', today)).region?.id).toBe('tyumen');
    expect(check(newGuide('steps', 'common', today), 'common/gosuslugi.md').region).toBeDefined();
    expect(check(newGuide('steps', 'nowhere', today), 'nowhere/new.md').region).toBeUndefined();
  });
});

it('comes to an end with a file that was made to hang the compiler', () => {
  const script = '>'.repeat(2_000);
  const deep = Array.from({ length: 3_000 }, (_, i) => `${'  '.repeat(i % 400)}- a`).join('\n');
  for (const body of [script, deep, '['.repeat(50_000), '*a '.repeat(30_000)]) {
    const { problems } = check(`${newGuide('steps', 'tyumen', today)}\n${body}`);
    expect(Array.isArray(problems)).toBe(true);
  }
});
