import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryOf } from '../../src/cli/github-repository';
import { pamyatka, testFolder } from './command';

/** A school's folder as `pamyatka new` writes it. */
function newFolder(): string {
  const folder = join(testFolder(), 'school');
  const { status, stderr } = pamyatka('new', folder);
  expect(status, stderr).toBe(0);
  return folder;
}

test('a new folder is right as it is, and names this day and itself', () => {
  const folder = newFolder();
  expect(pamyatka('guides', folder)).toMatchObject({ status: 0, stdout: '' });
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('PAMYATKA_SITE=../school');
  const workflow = readFileSync(join(folder, '.github/workflows/pages.yml'), 'utf8');
  expect(workflow).toContain('deploy-pages');
  expect(workflow).toMatch(
    /REPOSITORY: \$\{\{ vars\.PAMYATKA_REPOSITORY \|\| '([\w.-]+\/[\w.-]+)?' \}\}/,
  );
});

test('a folder with something in it stays as it is', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'site.yaml'), 'name: Наша школа\n');
  expect(pamyatka('new', folder)).toMatchObject({ status: 2 });
  expect(readFileSync(join(folder, 'site.yaml'), 'utf8')).toBe('name: Наша школа\n');
});

test('a file of the product cannot be replaced', () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'guides/tyumen'));
  writeFileSync(join(folder, 'guides/tyumen/region.yaml'), 'title: Другая\n');
  const { status, stdout } = pamyatka('guides', folder);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^guides\/tyumen\/region\.yaml:1: Такой файл есть.*school\.yaml/);
});

test.each([
  ['<svg width="8" height="8"><script>x()</script></svg>', /не должно быть «<script»/],
  ['<svg width="8" height="8" onload="x()"></svg>', /не должно быть «onload=»/],
  ['<svg viewBox="0 0 8 8"></svg>', /нет width и height/],
  [`<svg width="8" height="8">${' '.repeat(30_000)}</svg>`, /не больше 20000/],
])('a logo that would do harm is refused', (svg, words) => {
  const folder = newFolder();
  writeFileSync(join(folder, 'logo.svg'), svg);
  const { status, stdout } = pamyatka('guides', folder);
  expect(status).toBe(1);
  expect(stdout).toMatch(words);
});

test('a mistake in a file of the school is told with its place in the folder', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'site.yaml'), "name: Школа\naccent: '#ffcc00'\n");
  expect(pamyatka('guides', folder).stdout).toMatch(/^site\.yaml:2: Цвет #ffcc00 слишком светлый/);
});

test.each([
  ['https://github.com/school-4/pamyatka.git\n', 'school-4/pamyatka'],
  ['git@github.com:school-4/pamyatka.git', 'school-4/pamyatka'],
  ['https://github.com/school-4/pamyatka/', 'school-4/pamyatka'],
  ['https://git.example/school-4/pamyatka.git', undefined],
  ['https://notgithub.com/school-4/pamyatka.git', undefined],
  ['/srv/pamyatka', undefined],
])('a clone of %s publishes from %s', (remote, repository) => {
  expect(repositoryOf(remote)).toBe(repository);
});
