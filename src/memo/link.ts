import { encodeFamilyLink } from '../link';
import * as words from '../messages/ru/memo-sheet';
import { MemoError, type MemoFamily, type MemoRequest } from './memo';
import { shortAddress } from './address';

/** What the QR of a memo opens, and what is printed beside it. */
export interface MemoLink {
  /** Encoded in the QR; undefined where there is nothing to open. */
  url: string;
  /** What a person can type. */
  address: string;
  /** Whether the address differs from family to family. */
  personal: boolean;
}

/** The app's page for this family, or the guide's official site when the app has no address. */
export function memoLink(
  { appUrl, region, guide, school, layout }: MemoRequest,
  family: MemoFamily | undefined,
): MemoLink | undefined {
  if (appUrl === undefined) {
    if (guide.site === undefined) return undefined;
    return { url: guide.site, address: shortAddress(guide.site), personal: false };
  }
  const page = `${checkedAppUrl(appUrl)}${region.id}/`;
  if (!family) {
    const url = layout === 'checklist' ? `${page}${guide.slug}/` : page;
    return { url, address: shortAddress(url), personal: false };
  }
  const { className, inviteCode } = family;
  const fragment = encodeFamilyLink({ className, school, inviteCode });
  return { url: `${page}#${fragment}`, address: shortAddress(page), personal: true };
}

/**
 * The app's address, ending with a slash.
 * @throws MemoError unless it is https, without a query and a fragment
 */
export function checkedAppUrl(appUrl: string): string {
  const url = parsed(appUrl);
  if (url?.protocol !== 'https:' || url.search !== '' || url.hash !== '') {
    throw new MemoError(words.appUrlWrong(appUrl));
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

function parsed(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
