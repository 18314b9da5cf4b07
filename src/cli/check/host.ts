import { createHash } from 'node:crypto';

/** How long one answer may take, in milliseconds: a phone would have given up long before. */
const TIMEOUT = 30_000;

/** Requests at once: a small host must not take the check for an attack. */
const LANES = 4;

/** What a host has answered, its compression undone. */
export interface Answer {
  url: string;
  status: number;
  headers: Headers;
  body: Buffer;
  /** `br`, `gzip`; empty where the file came as it is. */
  encoding: string;
}

/** No usable answer: `code` is Node's word for the reason, `ENOTFOUND`, `CERT_HAS_EXPIRED`. */
export class HostError extends Error {
  override name = 'HostError';
  readonly code: string;

  constructor(url: string, code: string, options?: ErrorOptions) {
    super(`${url}: ${code}`, options);
    this.code = code;
  }
}

/**
 * Asks a host for a file as a browser would, without following redirects.
 * @throws HostError when no answer comes, or one that cannot be unpacked
 */
export async function ask(url: string): Promise<Answer> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { 'accept-encoding': 'br, gzip' },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const { status, headers } = response;
    const body = Buffer.from(await response.arrayBuffer());
    return { url, status, headers, body, encoding: headers.get('content-encoding') ?? '' };
  } catch (error) {
    throw new HostError(url, codeOf(error), { cause: error });
  }
}

/** Asks for many files, a few at once; where no answer came there is none, in the same order. */
export async function askAll(urls: readonly string[]): Promise<(Answer | undefined)[]> {
  const answers: (Answer | undefined)[] = [];
  const queue = urls.entries();
  const askInTurn = async (): Promise<void> => {
    for (const [index, url] of queue) answers[index] = await ask(url).catch(() => undefined);
  };
  await Promise.all(Array.from({ length: LANES }, askInTurn));
  return answers;
}

/** The hash of an answer's body as `integrity` has it. */
export function integrityOf({ body }: Answer): string {
  return `sha256-${createHash('sha256').update(body).digest('base64')}`;
}

/** The type without its parameters: `text/html`. */
export function typeOf({ headers }: Answer): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Node hides the reason in the causes of «fetch failed». */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'TIMEOUT';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.message : codeOf(error.cause);
}
