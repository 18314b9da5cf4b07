import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Builder, Capabilities, until, type WebDriver, type WebElement } from 'selenium-webdriver';
import { findWebKit } from '../../../src/build/find-browser.js';
import { answering, end, freePort } from '../child-server';

/** Nothing here takes longer, even on a loaded machine; a test that waits in vain ends soon. */
const PATIENCE = 15_000;

/** A page of WebKitGTK, with what the tests do to it. Shadow trees are looked into. */
export interface WebKitPage {
  readonly driver: WebDriver;
  /** Waits for a visible element; the words are a part of its text or of its accessible name. */
  find(selector: string, words?: string): Promise<WebElement>;
  press(words: string): Promise<void>;
  /** Replaces what stands in the field that has this label. */
  fill(label: string, value: string): Promise<void>;
  /** Waits until the script gives the expected, which is compared as JSON. */
  waitFor(script: string, expected: unknown): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts WebKitGTK's MiniBrowser under an X server of its own, driven by WebKitWebDriver. Its data
 * live as long as the session: a restart of the browser cannot be tried.
 * @throws Error when one of the three is missing
 */
export async function launchWebKit(): Promise<WebKitPage> {
  const binary = findWebKit();
  if (binary === undefined) throw new Error('No MiniBrowser found: name it in PAMYATKA_WEBKIT.');
  const screen = await startScreen();
  const port = await freePort();
  const service = spawn('WebKitWebDriver', [`--port=${String(port)}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: screen.display, WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  const stop = async (): Promise<void> => {
    await Promise.all([end(service), end(screen.process)]);
  };
  try {
    await answering(`http://127.0.0.1:${String(port)}/status`);
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${String(port)}`)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {
            binary,
            // Off by default in Debian's build, on in Safari.
            args: ['--automation', '--features=+StorageAPI,+StorageAPIEstimate,+FileSystem'],
          },
        }),
      )
      .build();
    await driver.manage().setTimeouts({ script: PATIENCE });
    return pageOf(driver, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

function pageOf(driver: WebDriver, stop: () => Promise<void>): WebKitPage {
  const find = async (selector: string, words = ''): Promise<WebElement> => {
    const found = await driver.wait(
      () => driver.executeScript<WebElement | null>(findShown, selector, words),
      PATIENCE,
      `no visible ${selector} with «${words}»`,
    );
    if (found === null) throw new Error(`no visible ${selector} with «${words}»`);
    return found;
  };
  return {
    driver,
    find,
    async press(words) {
      const control = await find('button, a, summary', words);
      await driver.wait(until.elementIsEnabled(control), PATIENCE);
      await control.click();
    },
    async fill(label, value) {
      const field = await find('input, textarea, select', label);
      if ((await field.getTagName()) !== 'select') await field.clear();
      await field.sendKeys(value);
    },
    async waitFor(script, expected) {
      await driver.wait(
        async () => {
          const given = await driver.executeScript(script);
          return JSON.stringify(given) === JSON.stringify(expected);
        },
        PATIENCE,
        `${script} did not give ${JSON.stringify(expected)}`,
      );
    },
    async close() {
      await driver.quit();
      await stop();
    },
  };
}

/** Runs in the page: an element that can be seen, by selector and by words, shadow trees included. */
function findShown(selector: string, words: string): Element | null {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll(selector)) {
      const labels = [...((element as HTMLInputElement).labels ?? [])];
      const names = [element, ...labels].map(({ textContent }) => textContent);
      const name = [...names, element.getAttribute('aria-label')].join(' ');
      const isNamed = name.replace(/\s+/g, ' ').includes(words);
      if (!isNamed || element.getBoundingClientRect().width === 0) continue;
      // The driver does not wait for a smooth scroll to end.
      document.documentElement.style.scrollBehavior = 'auto';
      element.scrollIntoView({ block: 'center' });
      return element;
    }
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      if (shadowRoot) roots.push(shadowRoot);
    }
  }
  return null;
}

/** An X server that picks a free display and says which. */
async function startScreen(): Promise<{ process: ChildProcess; display: string }> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [chunk] = (await once(server.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { process: server, display: `:${chunk.toString().trim()}` };
}
