import { checkAddress, checkNotFound, checkSlash } from './check-address';
import { checkCaching, checkCompression } from './check-delivery';
import { checkFiles } from './check-files';
import { checkHeaders, checkPolicy } from './check-headers';
import { checkSizes } from './check-sizes';
import { checkTranslations } from './check-translations';
import { checkWorker } from './check-worker';
import type { Finding } from './finding';
import { ask } from './host';

/**
 * Looks at a published site as a family's browser would see it.
 * @param base address of the home page, with its slash
 * @throws HostError when the host does not answer at all
 */
export async function checkSite(base: string): Promise<Finding[]> {
  const worker = await ask(new URL('sw.js', base).href);
  const { findings, files } = checkWorker(worker);
  const address = await checkAddress(base);
  if (files.length === 0) return [...address, ...findings];

  const published = await checkFiles(base, files);
  const { kept, pages } = published;
  const all = [worker, ...kept.values(), ...pages];
  const folder = files.find(({ page }) => page.endsWith('/') && page !== '');
  return [
    ...address,
    ...(folder ? [await checkSlash(base, folder.page)] : []),
    await checkNotFound(base),
    ...findings,
    ...published.findings,
    ...(await checkTranslations(pages)),
    ...checkPolicy(pages),
    ...checkHeaders(all),
    ...checkCaching(all),
    checkCompression(all),
    ...checkSizes(pages, kept.values()),
  ];
}
