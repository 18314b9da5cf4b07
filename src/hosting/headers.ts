/** Features that no page uses: a foreign frame or an injected script shall not ask for them either. */
const UNUSED_FEATURES = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'hid',
  'midi',
  'display-capture',
];

/**
 * The headers of every answer, by name: the one source of all recipes and of `pamyatka check`.
 * @param policy the site's Content Security Policy
 */
export function siteHeaders(policy: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  };
}

/** For files with a hash in their name: another version has another name. */
export const KEEP_FOREVER = 'public, max-age=31536000, immutable';

/** For all others: ask each time whether there is a newer one. */
export const ASK_EACH_TIME = 'no-cache';

/** The end of the address of a file with a hash in its name, as a regular expression. */
export const HASHED_FILE = String.raw`/assets/[^/]+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$`;

/** Types that some hosts do not know; without the right one a browser ignores the file. */
export const RARE_TYPES: Readonly<Record<string, string>> = {
  webmanifest: 'application/manifest+json',
};
