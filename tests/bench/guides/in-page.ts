import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { launch } from '../../browser/browser';
import { serve } from '../../browser/static-server';
import { peakMemory, settled, watchTasks } from '../page-cost';

const REGIONS = 10;
const GUIDES_OF_A_REGION = 20;
const SECTIONS = 5;
const STEPS_OF_A_SECTION = 6;

/**
 * What 200 guides of thirty steps beside the built-in ones cost a reader: the longest task of each
 * page, what the device keeps, and the page's memory.
 */
export async function measureGuides(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-guides-'));
  // Inside, so that the build finds the packages.
  const site = join('node_modules', '.guides');
  try {
    writeSchool(folder);
    process.env['PAMYATKA_SITE'] = folder;
    const start = performance.now();
    await build({ configLoader: 'runner', logLevel: 'error', build: { outDir: site } });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`\n${String(REGIONS * GUIDES_OF_A_REGION)} guides more: built in ${seconds} s`);
    await measure(site);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(site, { recursive: true, force: true });
  }
}

async function measure(site: string): Promise<void> {
  const server = await serve(site, { brotli: true });
  const browser = await launch({ viewport: { width: 360, height: 740 } });
  try {
    const page = await browser.newPage();
    await page.addInitScript(watchTasks);
    const visits: [name: string, path: string][] = [
      ['first visit, a guide', 'region3/guide7/'],
      ['home', ''],
      ['a route of twenty guides', 'region3/'],
      ['help', 'help/'],
    ];
    for (const [name, path] of visits) {
      await page.goto(server.url + path);
      const longest = Math.max(0, ...(await settled(page)));
      const words = longest === 0 ? 'no task over 50 ms' : `longest task ${longest.toFixed(0)} ms`;
      console.log(`  ${name.padEnd(28)} ${words}`);
    }
    await page.getByText('Готово к работе без интернета').waitFor();
    const { files, bytes } = await keptFiles(page);
    console.log(`  kept for offline: ${String(files)} files, ${(bytes / 1e6).toFixed(1)} MB`);
    console.log(`  peak memory of the page: ${(await peakMemory(browser)).toFixed(0)} MB`);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What the service worker keeps, unpacked. */
function keptFiles(page: Page): Promise<{ files: number; bytes: number }> {
  return page.evaluate(async () => {
    let files = 0;
    let bytes = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        files += 1;
        bytes += (await answer?.blob())?.size ?? 0;
      }
    }
    return { files, bytes };
  });
}

function writeSchool(folder: string): void {
  writeFileSync(
    join(folder, 'site.yaml'),
    'name: Школа\naddress: https://school.example/\naccent: "#1b4d6a"\n',
  );
  for (let region = 1; region <= REGIONS; region += 1) {
    const name = `region${String(region)}`;
    const guides = Array.from({ length: GUIDES_OF_A_REGION }, (_, at) => `guide${String(at + 1)}`);
    const path = join(folder, 'guides', name);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'region.yaml'), regionFile(region, guides));
    for (const guide of guides) writeFileSync(join(path, `${guide}.md`), guideFile(name, guide));
  }
}

function regionFile(region: number, guides: readonly string[]): string {
  return `title: Край номер ${String(region)}
where: в крае номер ${String(region)}
route:
  parent: [${guides.join(', ')}]
memo: ${guides[0] ?? ''}
contacts: [moya-shkola-support]
memo-contacts: [moya-shkola-support]
sites:
  - https://dnevnik.example/
`;
}

function guideFile(region: string, guide: string): string {
  const sections = Array.from({ length: SECTIONS }, (_, at) => {
    const steps = Array.from(
      { length: STEPS_OF_A_SECTION },
      (__, step) =>
        `- [ ] Откройте [раздел ${String(step + 1)}](https://dnevnik.example/) и нажмите «Войти» {#s${String(at)}-${String(step)}}\n\n  Подождите, пока страница загрузится: это бывает долго.\n`,
    );
    return `## Часть ${String(at + 1)} {#part${String(at)}}\n\n${steps.join('\n')}`;
  });
  return `---
title: Памятка ${guide}
system: Дневник
region: ${region}
audience: [parent]
site: https://dnevnik.example/
source: Приказ школы
verified: 2026-11-20
status: current
---

${sections.join('\n')}`;
}
