/** `node tests/bench/guides-in-page.js`: a site of 200 guides more, in a real Chromium. */
import { runnerImport } from 'vite';

const { module } = await runnerImport('./tests/bench/guides/in-page.ts', { configFile: false });
await module.measureGuides();
