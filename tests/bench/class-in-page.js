/** `node tests/bench/class-in-page.js`: large class lists in the built page, in a real Chromium. */
import { build, runnerImport } from 'vite';

await build({ configLoader: 'runner', logLevel: 'error' });
const { module } = await runnerImport('./tests/bench/class/in-page.ts', { configFile: false });
await module.measureLists();
