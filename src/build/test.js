/**
 * `npm test`: installs what is missing and runs every check, each as a stage with its time. A
 * failed stage does not stop the next ones, so that one run tells everything that is wrong.
 * `npm run test:full` tries every case of the fault matrices, of which `npm test` takes a sample.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDependencies, readJson, root, run, runNpm, runTool } from './setup.js';
import { obtainTools, pdfCommands } from './test-tools.js';

// Vitest's processes read it: tests/browser/faults/fault-run.ts.
if (process.argv.includes('--full')) process.env.PAMYATKA_TEST = 'full';
await installDependencies();
const { browser, firefox, hasWebKit, missing } = await obtainTools();
if (!browser) {
  console.error(
    'Нет браузера: установите Google Chrome или Chromium, либо укажите PAMYATKA_BROWSER.',
  );
}
if (missing.length > 0) {
  const packages = missing.map((command) => pdfCommands[command]);
  console.error(`Нет команд ${missing.join(', ')}: поставьте пакеты ${packages.join(', ')}.`);
}

const reports = mkdtempSync(join(tmpdir(), 'pamyatka-test-'));
const counts = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];

// Each of these keeps one core busy.
await Promise.all([
  stage('Линтер', () => npmScript('lint')),
  stage('Типы', checkTypes),
  stage('Оформление кода', () => npmScript('format:check')),
  stage('Лишний код', () => npmScript('knip')),
]);
await stage('Модульные тесты', () => vitest(['unit']));
// What follows reads the built files, so without a build there is nothing to look at.
if (await stage('Сборка', () => npmScript('build'))) {
  await stage('Руководства', () =>
    oneFailureUnless(run(process.execPath, ['dist-cli/pamyatka.js', 'guides'])),
  );
  await stage('HTML', () => npmScript('html'));
  await stage('Собранный сайт', () => vitest(['site']));
  const projects = ['browser', ...(firefox ? ['firefox'] : []), ...(hasWebKit ? ['webkit'] : [])];
  await stage('Тесты в браузерах', () =>
    vitest(projects, { PAMYATKA_BROWSER: browser, PAMYATKA_FIREFOX: firefox }),
  );
  for (const [engine, isThere] of Object.entries({ Firefox: firefox, WebKitGTK: hasWebKit })) {
    if (!isThere) console.log(`\n── Тесты в ${engine} пропущены: его здесь нет (см. README).`);
  }
}

rmSync(reports, { recursive: true });
if (failures.length > 0) console.error(`\nНе прошло: ${failures.join(', ')}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = failures.length > 0 ? 1 : 0;

/**
 * @param {string} title
 * @param {() => Promise<number>} check gives the number of failures
 * @returns {Promise<boolean>} whether the check passed
 */
async function stage(title, check) {
  console.log(`\n── ${title}`);
  const start = performance.now();
  const failed = await check();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${title}: ${failed === 0 ? 'в порядке' : 'НЕ ПРОШЛО'}, ${seconds} с`);
  counts.failed += failed;
  if (failed > 0) failures.push(title);
  return failed === 0;
}

/**
 * A check that is no test counts as one failure.
 * @param {Promise<number>} exitCode
 */
async function oneFailureUnless(exitCode) {
  return (await exitCode) === 0 ? 0 : 1;
}

/** @param {string} name a script of package.json */
function npmScript(name) {
  return oneFailureUnless(runNpm(['run', '--silent', name]));
}

/** Each folder with a tsconfig.json of its own is held to fewer globals than the whole. */
async function checkTypes() {
  const folders = ['.', 'sw', ...readdirSync(join(root, 'src')).map((name) => `src/${name}`)];
  let failed = 0;
  for (const folder of folders) {
    if (!existsSync(join(root, folder, 'tsconfig.json'))) continue;
    const code = await runTool('typescript', ['--project', folder], { command: 'tsc' });
    if (code !== 0) failed += 1;
  }
  return failed;
}

/**
 * Runs some of Vitest's projects, adds their tests to the counts and gives the number of failures.
 * One worker more than there are cores: a test in a browser waits most of its time, and Vitest would
 * leave a core free.
 * @param {string[]} projects
 * @param {NodeJS.ProcessEnv} [env]
 */
async function vitest(projects, env = {}) {
  const report = join(reports, `${projects[0]}.json`);
  const code = await runTool(
    'vitest',
    [
      'run',
      '--configLoader=runner',
      `--maxWorkers=${availableParallelism() + 1}`,
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { env },
  );
  const failed = code === 0 ? 0 : 1;
  if (!existsSync(report)) return failed;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    readJson(report);
  counts.passed += numPassedTests;
  counts.skipped += numPendingTests + numTodoTests;
  for (const { assertionResults } of testResults) {
    for (const { status, fullName } of assertionResults) {
      if (status === 'skipped') console.log(`Пропущен: ${fullName}`);
    }
  }
  // Vitest also fails when no test did: a file could not be loaded, an error was not caught.
  return Math.max(failed, numFailedTests);
}
