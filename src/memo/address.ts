import type { Contact } from '../guide/guide';

/** An address as people type it: without the protocol and the last slash. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

/** Phone, site and e-mail, as printed: exactly as the contacts file has them, addresses without the protocol. */
export function channelsOf({ phone, site, email }: Contact): string[] {
  return [phone, site === undefined ? undefined : shortAddress(site), email].filter(
    (channel) => channel !== undefined,
  );
}
