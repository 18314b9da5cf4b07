#!/usr/bin/env node
/**
 * What `npx pamyatka` starts. npm links a command only if its file is there at that moment, and
 * needs its permission to run; a built file may lack both, this one never does.
 */
import { existsSync } from 'node:fs';

const built = new URL('../../dist-cli/pamyatka.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error('Команда ещё не собрана: выполните npm ci в папке проекта.');
  process.exitCode = 2;
}
