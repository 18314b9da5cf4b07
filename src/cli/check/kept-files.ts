/** A file that the service worker keeps; the addresses are from the site's root. */
export interface KeptFile {
  /** Where it is asked for: `krasnoyarsk/kiasuo/`. */
  page: string;
  /** What is kept: `krasnoyarsk/kiasuo/offline.html`; the same where it is not a page's twin. */
  file: string;
  integrity: string;
}

/**
 * Reads the lists out of a built `sw.js`, of this version of the product or of another; empty when
 * the file is something else.
 */
export function keptFilesOf(worker: string): KeptFile[] {
  return [...worker.matchAll(/\{[^{}]*\bintegrity:[^{}]*\}/g)].flatMap(([entry]) => {
    const { url, file, integrity } = fieldsOf(entry);
    if (url === undefined || integrity === undefined) return [];
    const page = url === './' ? '' : url;
    const folder = page.slice(0, page.lastIndexOf('/') + 1);
    return { page, file: file === undefined ? page : folder + file, integrity };
  });
}

/** The emergency worker, which only takes itself away: `sw/no-op-worker.ts`. */
export function isEmergencyWorker(worker: string): boolean {
  return /\.unregister\(\)/.test(worker) && keptFilesOf(worker).length === 0;
}

/** Minifiers choose the quotes. */
function fieldsOf(entry: string): Partial<Record<string, string>> {
  return Object.fromEntries(
    [...entry.matchAll(/(\w+):(["'`])(.*?)\2/g)].map(([, name = '', , value = '']) => [
      name,
      value,
    ]),
  );
}
