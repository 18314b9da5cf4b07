import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** `.pamyatka-HOST-PROCESS-RUN-FILE.tmp`: who has left it can be told from its name. */
const NAME =
  /^\.pamyatka-(?<host>[0-9a-f]{8})-(?<process>\d+)-(?<run>[0-9a-f]{8})-[0-9a-f]{8}\.tmp$/;

/** A shared folder has files of other machines, whose processes this one does not know. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** A name for one run of the command, of which its temporary files have theirs. */
export function newRunName(): string {
  return randomBytes(4).toString('hex');
}

/** Name of a new temporary file: by chance, since all workers of a run write into one folder. */
export function temporaryName(run: string): string {
  return `.pamyatka-${HOST}-${String(process.pid)}-${run}-${randomBytes(4).toString('hex')}.tmp`;
}

/** Takes away what the workers of a run left when they were ended. */
export async function removeTemporariesOf(run: string, folder: string): Promise<void> {
  await removeFiles(folder, (name) => NAME.exec(name)?.groups?.['run'] === run);
}

/** Takes away what runs on this machine left when they were killed (`kill -9`, a power cut). */
export async function removeStaleTemporaries(folder: string): Promise<void> {
  await removeFiles(folder, (name) => {
    const { host, process: id } = NAME.exec(name)?.groups ?? {};
    // This run has written nothing yet: what bears its number is of an earlier process.
    return host === HOST && (Number(id) === process.pid || !isRunning(Number(id)));
  });
}

async function removeFiles(folder: string, isUnwanted: (name: string) => boolean): Promise<void> {
  try {
    const names = (await readdir(folder)).filter(isUnwanted);
    await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
  } catch {
    // A folder that cannot be read or cleaned is told of when it is written to.
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // EPERM: it is there, and someone else's.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
