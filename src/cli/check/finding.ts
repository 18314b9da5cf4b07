/** What the check of a published site says of one thing. */
export interface Finding {
  /** Permanent name of the check: `https`, `header-referrer-policy`, `files`. */
  check: string;
  severity: 'ok' | 'warning' | 'error';
  /** Russian: what was seen. */
  message: string;
  /** Russian: what to do; absent where all is right. */
  advice?: string;
}

/** All is right. */
export function ok(check: string, message: string): Finding {
  return { check, severity: 'ok', message };
}

/** The site works, but less well or less safely than it could. */
export function warning(check: string, message: string, advice: string): Finding {
  return { check, severity: 'warning', message, advice };
}

/** The site does not do what it promises. */
export function failure(check: string, message: string, advice: string): Finding {
  return { check, severity: 'error', message, advice };
}

/** A few of many, for a message: «a.js, b.js и ещё 3». */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} и ещё ${names.length - 3}` : shown;
}
