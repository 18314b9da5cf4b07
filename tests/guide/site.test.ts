import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGuidesFolder } from '../../src/build/guides-folder';
import { chalkOf, compileLibrary } from '../../src/guide';
import { SURFACES } from '../../src/guide/accent';

const builtIn = readGuidesFolder(resolve('guides'));
const TODAY = '2026-11-23';

const guide = (region: string): string => `---
title: Вход
system: Дневник
region: ${region}
audience: [parent]
source: Документ
verified: ${TODAY}
status: current
---

## Раздел {#part}

- [ ] Откройте дневник {#open}

  Звоните: 8 (800) 555-00-11.
`;

const CONTACT = `contacts:
  - id: office
    name: Канцелярия
    serves: Коды
    audience: [parent]
    phone: 8 (800) 555-00-11
`;

function compile(added: Readonly<Record<string, string>>) {
  const { library, problems } = compileLibrary(
    new Map([...builtIn, ...Object.entries(added)]),
    TODAY,
  );
  return {
    library,
    problems: problems.map(({ file, line, message }) => `${file}:${line}: ${message}`),
  };
}

describe('a school that names its regions', () => {
  it('has no other, nor a guide of another', () => {
    const { library, problems } = compile({ 'site.yaml': 'name: Школа № 4\nregions: [tyumen]\n' });
    expect(problems).toEqual([]);
    expect(library.regions.map(({ id }) => id)).toEqual(['tyumen']);
    const folders = new Set(library.guides.map(({ id }) => id.split('/')[0]));
    expect([...folders].sort()).toEqual(['common', 'tyumen']);
  });

  it('is told of one that there is not, and of an empty list', () => {
    expect(
      compile({ 'site.yaml': 'name: Школа № 4\nregions: [tyumen, tjumen]\n' }).problems,
    ).toEqual(['site.yaml:2: Региона «tjumen» нет. Есть: krasnoyarsk, tyumen.']);
    expect(compile({ 'site.yaml': 'name: Школа № 4\nregions: []\n' }).problems).toHaveLength(1);
  });
});

describe('a school that adds a guide to a region', () => {
  it('gets it into the route, and its contact to every region', () => {
    const { library, problems } = compile({
      'site.yaml': `name: Школа № 4\n${CONTACT}`,
      'tyumen/our.md': guide('tyumen'),
      'tyumen/school.yaml': 'route: { parent: [our] }',
    });
    expect(problems).toEqual([]);
    const [, tyumen] = library.regions;
    expect(tyumen?.route.parent?.at(-1)).toBe('tyumen/our');
    expect(library.regions.map(({ contacts }) => contacts.at(-1)?.id)).toEqual([
      'office',
      'office',
    ]);
    expect(library.site?.name).toBe('Школа № 4');
  });

  it.each([
    ['name: Школа\ncolour: red', /^site\.yaml:2: Неизвестное поле «colour»/],
    ['welcome: Привет', /^site\.yaml:1: Поле «name» отсутствует/],
    [
      "name: Школа\naccent: '#ffcc00'",
      /^site\.yaml:2: Цвет #ffcc00 слишком светлый.* 1,\d, а нужно 4,5/,
    ],
    ['name: Школа\naccent: red', /^site\.yaml:2: Поле «accent»/],
    ['name: Школа\naddress: http://a.example/', /^site\.yaml:2: Поле «address»/],
    ['name: Школа\nlogo: ../logo.svg', /^site\.yaml:2: Поле «logo»/],
    [
      `name: Школа\n${CONTACT.replace('office', 'moya-shkola-support')}`,
      /^site\.yaml:3: Контакт «moya-shkola-support» в Памятке уже есть/,
    ],
  ])('is told what is wrong in site.yaml: %s', (source, problem) => {
    const { problems } = compile({ 'site.yaml': source });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  it('is told of a field that only the region itself may set', () => {
    const { problems } = compile({ 'tyumen/school.yaml': 'memo: our' });
    expect(problems).toEqual([
      'tyumen/school.yaml:1: Неизвестное поле «memo». Проверьте, нет ли опечатки.',
    ]);
  });

  it('is told of a guide that would take the address of a common one', () => {
    const { problems } = compile({
      'site.yaml': `name: Школа № 4\n${CONTACT}`,
      'tyumen/gosuslugi.md': guide('tyumen'),
      'tyumen/school.yaml': 'route: { parent: [gosuslugi] }',
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^tyumen\/gosuslugi\.md:1: Общая памятка common\/gosuslugi\.md/);
  });
});

describe('a region of its own', () => {
  it('cannot take the folder of a page', () => {
    const region = `title: Т\nwhere: там\nroute: { parent: [our] }\nmemo: our\ncontacts: []\nmemo-contacts: []`;
    const { problems } = compile({ 'help/region.yaml': region, 'help/our.md': guide('help') });
    expect(
      problems.some((problem) => problem.includes('Папку региона нельзя назвать «help»')),
    ).toBe(true);
  });
});

describe('the accent', () => {
  it('is measured against the paper and the board that the pages have', () => {
    const css = readFileSync(join('src', 'pages', 'family.css'), 'utf8');
    const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
    const of = (part: string, name: string): string =>
      new RegExp(`--${name}: (#\\w+);`).exec(part)?.[1] ?? '';
    const names = ['paper', 'sheet', 'note-paper', 'warn-paper'];
    expect(names.map((name) => of(light, name).replace(/^#fff$/, '#ffffff'))).toEqual([
      ...SURFACES.light,
    ]);
    expect([...names, 'on-ink'].map((name) => of(dark, name))).toEqual([...SURFACES.dark]);
  });

  it('becomes chalk on the board', () => {
    expect(chalkOf('#6a1b4d')).toMatch(/^#[0-9a-f]{6}$/);
    expect(chalkOf('#000000')).not.toBe('#000000');
    expect(chalkOf('#8fb8f0')).toBe('#8fb8f0');
  });
});
