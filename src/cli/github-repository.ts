import { execFileSync } from 'node:child_process';

/**
 * The repository on GitHub that a remote's address names, `owner/name`; undefined for other hosts.
 * @param remote as `git remote get-url` prints it
 */
export function repositoryOf(remote: string): string | undefined {
  return /(?:^|[/@.])github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(remote.trim())?.[1];
}

/** Where a folder was cloned from; undefined where that is not GitHub, or it is no clone. */
export function clonedFrom(folder: string): string | undefined {
  try {
    const remote = execFileSync('git', ['-C', folder, 'remote', 'get-url', 'origin'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return repositoryOf(remote);
  } catch {
    return undefined;
  }
}
