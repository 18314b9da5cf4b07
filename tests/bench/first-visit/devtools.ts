import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CHROMIUM_ARGUMENTS } from '../../browser/browser';

type Answer = Record<string, unknown>;

/** A Chromium without a window. */
export interface Chromium {
  version: string;
  /** A profile without any data, as a phone that has never been to a site. */
  openProfile(): Promise<Profile>;
  close(): Promise<void>;
}

export interface Profile {
  openTab(): Promise<Tab>;
  close(): Promise<void>;
}

export interface Tab {
  /** A command of the DevTools protocol. */
  send(method: string, parameters?: Answer): Promise<Answer>;
  /** Runs a function in the page; what it closes over is not there. */
  evaluate<A, T>(task: (argument: A) => T, argument: A): Promise<Awaited<T>>;
  close(): Promise<void>;
}

/**
 * Starts a browser and speaks its protocol over a pipe. Playwright puts a JavaScript world and
 * scripts of its own into every page before the page's first line: at a fourth of the speed that is
 * 100 ms, which no visitor waits for.
 */
export async function startChromium(executable: string): Promise<Chromium> {
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-chromium-'));
  const browser = spawn(
    executable,
    [
      ...CHROMIUM_ARGUMENTS,
      '--headless',
      '--remote-debugging-pipe',
      `--user-data-dir=${folder}`,
      '--lang=ru-RU',
      // A service worker comes over a certificate that is trusted, or over none that is checked.
      '--ignore-certificate-errors',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const send = connect(browser.stdio[3] as Writable, browser.stdio[4] as Readable);
  const { product } = await send('Browser.getVersion');
  return {
    version: String(product),
    openProfile: () => openProfile(send),
    async close() {
      const ended = once(browser, 'exit');
      await send('Browser.close');
      await ended;
      rmSync(folder, { recursive: true, maxRetries: 5 });
    },
  };
}

type Send = (method: string, parameters?: Answer, sessionId?: string) => Promise<Answer>;

/** Messages are JSON, each ended by a zero byte; events are not wanted. */
function connect(input: Writable, output: Readable): Send {
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let count = 0;
  let rest = '';
  output.setEncoding('utf8');
  output.on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message) as {
        id?: number;
        result?: Answer;
        error?: { message: string };
      };
      const call = waiting.get(id ?? NaN);
      waiting.delete(id ?? NaN);
      if (error) call?.reject(new Error(error.message));
      else call?.resolve(result ?? {});
    }
  });
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      input.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
    });
}

async function openProfile(send: Send): Promise<Profile> {
  const { browserContextId } = await send('Target.createBrowserContext');
  return {
    openTab: () => openTab(send, browserContextId),
    async close() {
      await send('Target.disposeBrowserContext', { browserContextId });
    },
  };
}

async function openTab(send: Send, browserContextId: unknown): Promise<Tab> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const tab: Tab = {
    send: (method, parameters) => send(method, parameters, String(sessionId)),
    async evaluate(task, argument) {
      const { result, exceptionDetails } = (await tab.send('Runtime.evaluate', {
        expression: callOf(task, argument),
        awaitPromise: true,
        returnByValue: true,
      })) as { result: { value?: unknown }; exceptionDetails?: unknown };
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return result.value as never;
    },
    async close() {
      await send('Target.closeTarget', { targetId });
    },
  };
  return tab;
}

/** The text of a call, for a page to run. */
export function callOf<A>(task: (argument: A) => unknown, argument: A): string {
  return `(${task.toString()})(${JSON.stringify(argument)})`;
}
