/**
 * What `npm start` and `npm test` share: they run on a fresh clone, before anything is installed,
 * so these scripts are plain JavaScript and import nothing but Node.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The root of the checkout. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * Runs a program in the root of the checkout and shows its output as it comes.
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, quiet?: boolean }} [options] `quiet` hides
 *   the standard output, not the errors.
 * @returns {Promise<number>} the exit code; 1 when the program could not be started
 */
export function run(file, args, { env = {}, shell = false, quiet = false } = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    });
    child.on('error', (error) => {
      console.error(`Не запускается ${file}: ${error.message}`);
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/**
 * Runs the command of an installed package with this very Node: no shell and no `.cmd` wrapper, so
 * it works the same on Windows.
 * @param {string} name the package, whose command has the same name unless `command` says otherwise
 * @param {string[]} args
 * @param {{ command?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function runTool(name, args, { command = name, env = {} } = {}) {
  const folder = join(root, 'node_modules', name);
  const { bin } = readJson(join(folder, 'package.json'));
  return run(
    process.execPath,
    [join(folder, typeof bin === 'string' ? bin : bin[command]), ...args],
    { env },
  );
}

/**
 * Installs the dependencies unless every package of package-lock.json is already there in its
 * version. Ends the process when Node is too old or the installation fails.
 */
export async function installDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Нужен Node.js 20.19 или новее, а здесь ${process.versions.node}: https://nodejs.org/`);
  }
  if (isInstalled()) return;
  console.log('Ставлю зависимости: npm ci');
  // Without `prepare`: a mistake in the code is for the build that follows to tell, not for npm.
  if ((await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'])) !== 0) {
    stop('Зависимости не установились: проверьте соединение и запустите ещё раз.');
  }
}

/** npm writes what it has installed, in the form of the lock file, to node_modules. */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  let found;
  try {
    found = readJson(join(root, 'node_modules/.package-lock.json')).packages;
  } catch {
    return false;
  }
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    // An optional package of another platform is rightly absent.
    if (path === '' || (optional && !found[path])) return true;
    return found[path]?.version === version;
  });
}

/**
 * Runs npm itself. npm tells its own path to the scripts that it starts; for a script started by
 * hand (`node src/build/start.js`) it is looked for.
 * @param {string[]} args
 */
export function runNpm(args) {
  const path = process.env.npm_execpath;
  return path ? run(process.execPath, [path, ...args]) : run('npm', args, { shell: true });
}

/**
 * Says what is wrong and ends the process.
 * @param {string} message
 * @returns {never}
 */
export function stop(message) {
  console.error(message);
  process.exit(1);
}

/** @param {string} path */
export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
