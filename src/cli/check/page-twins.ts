import { createHash } from 'node:crypto';
import { policyOfPage } from '../../hosting';

/**
 * Compares a page from the network with its twin that the service worker keeps, whose hash is known:
 * they differ in the styles, the policy, the inline script and the description alone. What else differs, the host
 * has put there.
 * @returns the first foreign piece, shortened; undefined when there is none
 */
export function foreignPiece(page: string, twin: string): string | undefined {
  const scripts = foreignScripts(page);
  if (scripts[0] !== undefined) return shorten(scripts[0]);
  const [left, right] = [strip(page), strip(twin)];
  if (left === right) return undefined;
  let index = 0;
  while (left[index] === right[index]) index += 1;
  return shorten(left.slice(index)) || 'конца страницы нет';
}

/** Script elements that the page's own policy does not know. */
function foreignScripts(page: string): string[] {
  const allowed = policyOfPage(page)?.get('script-src') ?? [];
  return [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, attributes = '', text = '']) => {
      const [, address] = /\ssrc=["']?([^"'\s>]+)/i.exec(attributes) ?? [];
      if (address !== undefined) return !/^\.{0,2}\/?(\.\.\/)*assets\//.test(address);
      const hash = createHash('sha256').update(text).digest('base64');
      return !allowed.includes(`'sha256-${hash}'`);
    })
    .map(([element]) => element);
}

function strip(page: string): string {
  return page
    .replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/i, '')
    .replace(/<meta name="description"[^>]*>/i, '')
    .replace(/<style>[\s\S]*?<\/style>/gi, '')
    .replace(/<link rel="stylesheet"[^>]*>/gi, '')
    .replace(/<script>[\s\S]*?<\/script>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><');
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}
