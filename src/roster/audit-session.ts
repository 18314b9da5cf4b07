import { audit, type AuditSummary } from './audit';
import { requestFor, type DataRequest } from './data-request';
import { rowsByPlace } from './finding-groups';
import {
  MOST_SHOWN,
  sectionsOf,
  type FindingOrder,
  type FindingSection,
  type Shown,
  type ShownFinding,
} from './finding-sections';
import { compareFindings, type FindingProgress, type PastFinding } from './progress';
import { placeOf, type Finding, type FindingSeverity, type Roster, type RosterRow } from './roster';

/** What an audit says at once: nothing in it grows with the list but a byte for each row. */
export interface AuditOverview {
  /** Russian sentences: what could not be checked. */
  notes: string[];
  summary: AuditSummary;
  /** Open findings of each severity. */
  counts: Record<FindingSeverity, number>;
  /** Findings that are right as they are. */
  resolved: number;
  /** For each row, in the order of the list, which findings are open at its place: a sum of {@link MARKS}. */
  marks: Uint8Array;
  /** Absent where there was no list before. */
  progress?: Readonly<Record<keyof FindingProgress, Shown<Pick<PastFinding, 'who' | 'message'>>>>;
}

export const MARKS: Readonly<Record<FindingSeverity, number>> = {
  error: 1,
  warning: 2,
  question: 4,
};

/** Open findings under their headings, and those that are right as they are. */
export interface AuditSections {
  open: Shown<FindingSection>;
  resolved: Shown<ShownFinding>;
}

/** Whom to ask for what; rows by their position in the list. */
export interface AuditRequests {
  rows: Uint32Array;
  first: readonly { index: number; request: DataRequest }[];
}

export interface AuditSessionOptions {
  today: Date | string;
  /** Keys of findings that are right as they are. */
  resolved: ReadonlySet<string>;
  /** What had been found before the last import. */
  before: readonly PastFinding[] | undefined;
}

/** One audit of a list and what is asked about it: it stays in the worker, the page gets what it shows. */
export class AuditSession {
  readonly #rows: readonly RosterRow[];
  readonly #findings: readonly Finding[];
  readonly #open: readonly Finding[];
  readonly #resolved: ReadonlySet<string>;
  readonly #atPlace = new Map<string, Finding[]>();
  readonly #rowAt: ReadonlyMap<string, RosterRow>;
  readonly #overview: AuditOverview;

  /** @param roster its rows must stay as they are */
  constructor(roster: Roster, { today, resolved, before }: AuditSessionOptions) {
    const { findings, notes, summary } = audit(roster, { today, resolved });
    const isOpen = ({ key }: { key: string }): boolean => !resolved.has(key);
    this.#rows = roster.rows;
    this.#findings = findings;
    this.#resolved = resolved;
    this.#open = resolved.size === 0 ? findings : findings.filter(isOpen);
    this.#rowAt = rowsByPlace(roster.rows);
    const counts = { error: 0, warning: 0, question: 0 };
    for (const finding of this.#open) {
      counts[finding.severity]++;
      const place = placeOf(finding);
      const there = this.#atPlace.get(place);
      if (there) there.push(finding);
      else this.#atPlace.set(place, [finding]);
    }
    this.#overview = {
      notes,
      summary,
      counts,
      resolved: findings.length - this.#open.length,
      marks: this.#mark(),
      ...(before && { progress: this.#compare(before.filter(isOpen)) }),
    };
  }

  overview(): AuditOverview {
    return this.#overview;
  }

  /** The open findings of each place that has any. */
  findingsAt(places: readonly string[]): Map<string, readonly Finding[]> {
    return new Map(
      places.flatMap((place) => {
        const found = this.#atPlace.get(place);
        return found ? [[place, found]] : [];
      }),
    );
  }

  sections(order: FindingOrder): AuditSections {
    const resolved = this.#findings.filter(({ key }) => this.#resolved.has(key));
    return {
      open: sectionsOf(order, this.#open, this.#rows, (findings) => this.#show(findings)),
      resolved: { count: resolved.length, first: this.#show(resolved) },
    };
  }

  requests(): AuditRequests {
    const parents = new Map<string, number>();
    for (const row of this.#rows) {
      const place = placeOf(row);
      parents.set(place, (parents.get(place) ?? 0) + 1);
    }
    const asked: { index: number; request: DataRequest }[] = [];
    this.#rows.forEach((row, index) => {
      const place = placeOf(row);
      const findings = this.#atPlace.get(place);
      const request = findings && requestFor(row, findings, (parents.get(place) ?? 0) > 1);
      if (request) asked.push({ index, request });
    });
    const rows = Uint32Array.from(asked, ({ index }) => index);
    return { rows, first: asked.slice(0, MOST_SHOWN) };
  }

  /** All that was found, to be compared with what a later list brings. */
  past(): PastFinding[] {
    return this.#findings.map(({ key, message, ...place }) => ({
      key,
      who: this.#whoIsAt(place),
      message,
    }));
  }

  #compare(before: readonly PastFinding[]): NonNullable<AuditOverview['progress']> {
    const { fixed, fresh, remaining } = compareFindings(before, this.#open);
    const past = (findings: readonly Finding[]): Shown<PastFinding> => ({
      count: findings.length,
      first: this.#show(findings).map(({ finding: { key, message }, who }) => ({
        key,
        who,
        message,
      })),
    });
    return {
      fixed: { count: fixed.length, first: fixed.slice(0, MOST_SHOWN) },
      fresh: past(fresh),
      remaining: past(remaining),
    };
  }

  #show(findings: readonly Finding[]): ShownFinding[] {
    return findings
      .slice(0, MOST_SHOWN)
      .map((finding) => ({ finding, who: this.#whoIsAt(finding) }));
  }

  #whoIsAt(place: Pick<Finding, 'line' | 'sheet'>): string {
    const values = this.#rowAt.get(placeOf(place))?.values;
    return [values?.className, values?.childName].filter(Boolean).join(', ');
  }

  #mark(): Uint8Array {
    return Uint8Array.from(this.#rows, (row) => {
      const found = this.#atPlace.get(placeOf(row)) ?? [];
      return found.reduce((marks, { severity }) => marks | MARKS[severity], 0);
    });
  }
}
