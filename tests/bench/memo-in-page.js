/** `node tests/bench/memo-in-page.js`: the memos of a class in the built page, in a real Chromium. */
import { build, runnerImport } from 'vite';

await build({ configLoader: 'runner', logLevel: 'error' });
const { module } = await runnerImport('./tests/bench/memo/in-page.ts', { configFile: false });
await module.measureInPage();
