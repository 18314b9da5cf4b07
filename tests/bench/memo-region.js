/**
 * A region: many schools' lists, a file for each class, by the built command on all cores. Four
 * times as many families should take four times as long and no more memory.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const CLASSES = 40;
const PUPILS = 25;
const SCHOOLS = [16, 64, 256];

await build({ mode: 'cli', configLoader: 'runner', logLevel: 'error' });
const folder = mkdtempSync(join(tmpdir(), 'pamyatka-region-'));
try {
  console.log(`\nA region, ${availableParallelism()} cores, a file for each class\n`);
  for (const schools of SCHOOLS) console.log(measure(schools));
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {number} schools */
function measure(schools) {
  const lists = Array.from({ length: schools }, (_, school) => writeList(school));
  const memory = join(folder, 'memory');
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...['--import', tellPeakTo(memory), 'dist-cli/pamyatka.js', 'memo', ...lists],
      ...['-o', join(folder, `out ${schools}`), '--app-url', 'https://school4.example.ru/'],
    ],
    { encoding: 'utf8' },
  );
  const seconds = (performance.now() - start) / 1000;
  const pages = schools * CLASSES * PUPILS;
  if (status !== 0 || !stderr.includes(`страниц: ${pages}.`)) throw new Error(stderr);
  const { peak, cpu } = JSON.parse(readFileSync(memory, 'utf8'));
  return (
    `${pages.toLocaleString('en')} pages: ${seconds.toFixed(1)} s, ` +
    `${(pages / seconds).toFixed(0)} pages/s (${((pages / cpu) * availableParallelism()).toFixed(0)} by CPU time), ` +
    `peak ${peak.toFixed(0)} MB`
  );
}

/** @param {number} school */
function writeList(school) {
  const rows = Array.from({ length: CLASSES * PUPILS }, (_, index) => {
    const className = `${(Math.floor(index / PUPILS) % 11) + 1}${'АБВГ'[Math.floor(index / PUPILS / 11)]}`;
    return `${className};Иванов Пётр ${'абвгдежзик'[index % 10]}${index}ович;CODE${school}X${index}`;
  });
  const path = join(folder, `школа ${school}.csv`);
  writeFileSync(path, `Класс;Ученик;Код\n${rows.join('\n')}\n`);
  return path;
}

/**
 * A module that has the process itself say what it took, the workers included.
 * @param {string} path
 */
function tellPeakTo(path) {
  const source = `
    import { writeFileSync } from 'node:fs';
    import { isMainThread } from 'node:worker_threads';
    if (isMainThread) process.on('exit', () => {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
      writeFileSync(${JSON.stringify(path)}, JSON.stringify({ peak: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
    });`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
