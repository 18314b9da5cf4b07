/** nginx, Caddy and Apache as a school's machine has them: with our rules, and little else. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCommand } from '../../src/build/test-tools.js';
import { answering, end, freePort } from './child-server';

/** The name of a server as the README's table of hosts has it. */
export type ServerName = 'nginx' | 'Caddy' | 'Apache';

interface Program {
  readonly command: string;
  /** The file of the rules that the build writes; Apache finds its own in the site. */
  readonly rules?: string;
  readonly configure: (place: Place) => string;
  readonly start: (config: string) => readonly string[];
  /** What takes changed rules in without a pause. */
  readonly reload?: (config: string) => readonly string[];
}

interface Place {
  readonly folder: string;
  readonly root: string;
  readonly rules: string;
  readonly port: number;
  readonly adminPort: number;
}

const MODULES = '/usr/lib/apache2/modules';

/** What the README asks of Apache, and what no Apache runs without. */
const APACHE_MODULES = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite', 'setenvif'];

const isRoot = process.getuid?.() === 0;

const PROGRAMS: Readonly<Record<ServerName, Program>> = {
  nginx: {
    command: 'nginx',
    rules: 'nginx.conf',
    configure: ({ folder, root, rules, port }) => `${isRoot ? 'user root;' : ''}
daemon off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    include ${rules};
  }
}
`,
    start: (config) => ['-c', config, '-e', 'stderr'],
    reload: (config) => ['-c', config, '-e', 'stderr', '-s', 'reload'],
  },
  Caddy: {
    command: 'caddy',
    rules: 'Caddyfile',
    configure: ({ root, rules, port, adminPort }) => `{
	admin 127.0.0.1:${adminPort}
}
import ${rules}
http://127.0.0.1:${port} {
	root * ${root}
	import pamyatka
}
`,
    start: (config) => ['run', '--adapter', 'caddyfile', '--config', config],
    reload: (config) => ['reload', '--adapter', 'caddyfile', '--config', config],
  },
  Apache: {
    command: 'apache2',
    configure: ({ folder, root, port }) => `ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
${APACHE_MODULES.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
${isRoot ? 'User www-data\nGroup www-data' : ''}
TypesConfig /etc/mime.types
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
`,
    start: (config) => ['-f', config, '-D', 'FOREGROUND'],
  },
};

export const SERVERS = Object.keys(PROGRAMS) as ServerName[];

/** Whether the server is on this machine. */
export function hasServer(name: ServerName): boolean {
  return isCommand(PROGRAMS[name].command) && (name !== 'Apache' || existsSync(MODULES));
}

export interface RealServer {
  /** The folder that it serves as the host's root: a site is copied into it. */
  readonly root: string;
  readonly origin: string;
  /** Where the rules of a build go; undefined where they are in the site. */
  readonly rules: string | undefined;
  /** Starts it, and waits until the path is served. @throws Error with what the server says */
  readonly start: (path: string) => Promise<void>;
  /** Takes changed rules in, when it runs and has any. */
  readonly reload: () => void;
  readonly stop: () => Promise<void>;
}

/** Prepares a server in a folder of its own, which goes when it is stopped. */
export async function prepareServer(name: ServerName): Promise<RealServer> {
  const program = PROGRAMS[name];
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-server-'));
  // Apache gives its rights away, and the folder is for root alone.
  chmodSync(folder, 0o755);
  const root = join(folder, 'www');
  mkdirSync(root);
  const config = join(folder, 'server.conf');
  const rules = join(folder, program.rules ?? 'none');
  const [port, adminPort] = [await freePort(), await freePort()];
  writeFileSync(config, program.configure({ folder, root, rules, port, adminPort }));
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  return {
    root,
    origin,
    rules: program.rules === undefined ? undefined : rules,
    async start(path) {
      const errors: string[] = [];
      child = spawn(program.command, program.start(config), {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child.stderr?.on('data', (data: Buffer) => errors.push(data.toString()));
      const gone = once(child, 'exit').then(() => {
        throw new Error(`${name}: ${errors.join('')}`);
      });
      await Promise.race([gone, answering(`${origin}${path}`)]);
      // From here on its end is wanted.
      gone.catch(() => undefined);
    },
    reload() {
      if (!child || !program.reload) return;
      const { status, stderr } = spawnSync(program.command, program.reload(config), {
        env,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${name}: ${stderr}`);
    },
    async stop() {
      if (child) await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
