/** What is used of Trusted Types, which the DOM's types lack and older browsers too. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): object };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * An address of this origin, as the page's policy wants it of a script or a worker; the type is
 * that of the DOM's methods, which take the object that it is.
 * @throws Error for another origin
 */
export function trustedScriptUrl(url: string): string {
  const checked = ownOrigin(url);
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return checked;
  policy ??= trustedTypes.createPolicy('pamyatka', { createScriptURL: ownOrigin });
  return policy.createScriptURL(checked) as unknown as string;
}

function ownOrigin(address: string): string {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) throw new Error(`Not a script of this site: ${address}`);
  return url.href;
}
