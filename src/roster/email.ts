import * as v from 'valibot';

const Email = v.pipe(v.string(), v.email());

/** True for an address that mail can be sent to. Addresses in Russian letters are not accepted. */
export function isEmail(text: string): boolean {
  return v.is(Email, text);
}
