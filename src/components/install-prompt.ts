/** Chrome's event that an app can be installed; not in the DOM's types, since other engines lack it. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
  userChoice: Promise<{ outcome: string }>;
}

/**
 * Lets the browser ask whether to install; it can ask once for each event.
 * @param event a `beforeinstallprompt`
 * @returns whether the answer was yes
 */
export async function askToInstall(event: Event): Promise<boolean> {
  const asked = event as BeforeInstallPromptEvent;
  await asked.prompt();
  return (await asked.userChoice).outcome === 'accepted';
}

/** Whether the page runs as an app from the home screen already. */
export function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches || isAppleApp() === true;
}

/**
 * How a person installs by hand here: by Safari's menu on an iPhone or iPad, by a browser's menu on
 * Android; undefined where the browser itself has to offer it.
 */
export function handInstall(): 'apple' | 'android' | undefined {
  // Safari on a Mac has the property too, and no home screen.
  if (isAppleApp() !== undefined && navigator.maxTouchPoints > 1) return 'apple';
  return /Android/.test(navigator.userAgent) ? 'android' : undefined;
}

/** Apple's word for it, which no other engine has. */
function isAppleApp(): boolean | undefined {
  return 'standalone' in navigator ? navigator.standalone === true : undefined;
}
