/** `node tests/bench/first-visit.js`: the built site over a slow network, in a real Chromium. */
import { build, runnerImport } from 'vite';

await build({ configLoader: 'runner', logLevel: 'error' });
const { module } = await runnerImport('./tests/bench/first-visit/run.ts', { configFile: false });
await module.measureFirstVisits();
