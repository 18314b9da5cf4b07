/** `npm start`: installs what is missing, builds the site and serves it. */
import { createServer } from 'node:net';
import { installDependencies, root, runNpm, stop } from './setup.js';

const port = 4173;

// Before the build, so that nobody waits a minute for bad news.
if (!(await isFree(port))) {
  stop(
    `Порт ${port} занят: закройте программу, которая его держит ` +
      `(возможно, это ещё один npm start), и запустите снова.`,
  );
}
await installDependencies();
console.log('Собираю сайт…');
if ((await runNpm(['run', '--silent', 'build'])) !== 0) {
  stop('Сборка не удалась: исправьте ошибки выше и запустите снова.');
}

const { preview } = await import('vite');
await preview({ root, configLoader: 'runner', preview: { port, strictPort: true } });
console.log(`Памятка открыта по адресу http://localhost:${port}/ (остановить — Ctrl+C)`);

/**
 * @param {number} candidate
 * @returns {Promise<boolean>}
 */
function isFree(candidate) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(candidate, 'localhost', () => probe.close(() => done(true)));
  });
}
