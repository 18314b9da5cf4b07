import { faultOf } from './finding-key';
import type { Finding } from './roster';

/** What is remembered of a finding once its list is another. */
export interface PastFinding {
  /** The finding's. */
  key: string;
  /** Whom it is about; '' where there is no name. */
  who: string;
  message: string;
}

/** What has become of the findings of a list by its next state. */
export interface FindingProgress<T = PastFinding> {
  /** Found before, and no more. */
  fixed: readonly T[];
  /** Not found before. */
  fresh: readonly Finding[];
  /** Found before and now, maybe in another value. */
  remaining: readonly Finding[];
}

/**
 * Compares two audits of one class. A fault that was answered with another wrong value has remained; one
 * that goes with its row is fixed as well, since it keeps nobody out any more.
 */
export function compareFindings<T extends { key: string }>(
  before: readonly T[],
  after: readonly Finding[],
): FindingProgress<T> {
  const known = new Set(before.map(({ key }) => faultOf(key)));
  const now = new Set<string>();
  const fresh: Finding[] = [];
  const remaining: Finding[] = [];
  for (const finding of after) {
    const fault = faultOf(finding.key);
    now.add(fault);
    (known.has(fault) ? remaining : fresh).push(finding);
  }
  return { fixed: before.filter(({ key }) => !now.has(faultOf(key))), fresh, remaining };
}
