import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The command as `npm run build` has left it. */
export const COMMAND = resolve('dist-cli/pamyatka.js');

/** Runs the command `pamyatka` and gives what it prints. */
export const pamyatka = (command: string, ...args: string[]): string =>
  execFileSync(process.execPath, [command, ...args], { encoding: 'utf8', stdio: 'pipe' });

/** Builds with a school's own folder; the options are vite's. */
export function buildSchool(folder: string, ...options: string[]): void {
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--configLoader', 'runner']
      .concat(['--logLevel', 'error', '--emptyOutDir'])
      .concat(options),
    { env: { ...process.env, NODE_ENV: 'production', PAMYATKA_SITE: folder }, stdio: 'pipe' },
  );
}
