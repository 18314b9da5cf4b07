import type { AuditOverview, AuditRequests, AuditSections } from './audit-session';
import type { ComparisonPreview } from './comparison-preview';
import type { DataRequest } from './data-request';
import type { FindingOrder } from './finding-sections';
import type { ImportPreview, RosterSource, SheetChoice } from './import-session';
import type { MergeOptions } from './merge';
import type { RosterNote } from './note';
import type { PastFinding } from './progress';
import type { ReportMatch } from './report-columns';
import type { ReportPreview } from './report-session';
import {
  RosterError,
  type FieldName,
  type Finding,
  type Resolutions,
  type Roster,
  type RosterRow,
} from './roster';
import type { TakenRoster } from './to-roster';

/** What the worker is asked; each is answered under its `id`. */
export type Question =
  | { type: 'open'; source: RosterSource; columns: FieldName[] }
  | { type: 'choose'; choices: readonly SheetChoice[] }
  | { type: 'take'; options: MergeOptions }
  | { type: 'open-report'; source: RosterSource }
  | { type: 'choose-report'; match: ReportMatch }
  | {
      type: 'audit';
      columns: FieldName[];
      today: Date;
      resolved: readonly string[];
      hasBefore: boolean;
    }
  /** These four are about the last audit. */
  | { type: 'findings-at'; places: readonly string[] }
  | { type: 'sections'; order: FindingOrder }
  | { type: 'requests' }
  | { type: 'past' }
  /** Remembers the list, then tells what the next one changes in it. */
  | { type: 'hold'; columns: FieldName[] }
  | { type: 'compare'; columns: FieldName[] }
  | { type: 'csv'; columns: FieldName[] }
  | { type: 'findings-csv'; columns: FieldName[]; today: Date; resolutions: Resolutions };

export type ToWorker =
  | { type: 'question'; id: number; question: Question }
  /** Brings the worker's copy of the list up to date. */
  | { type: 'splice'; start: number; deleteCount: number; rows: RosterRow[] }
  /** Tells it a part of what had been found before the last import. */
  | { type: 'before'; isFirst: boolean; findings: PastFinding[] };

/** Any number of parts, then one of the others. */
export type FromWorker =
  | { type: 'part'; id: number; items: unknown[] }
  | { type: 'answer'; id: number; answer: unknown }
  | { type: 'failed'; id: number; message: string; isExpected: boolean };

/** Rows or findings in one message: a hundred thousand at once would hold the page for a second. */
export const ITEMS_AT_ONCE = 1_000;

/** What an audit says of a list. */
export interface RosterAudit extends AuditOverview {
  /** The list's, as they were audited. */
  rows: readonly RosterRow[];
}

export interface AuditContext {
  today: Date;
  /** Why some findings are right as they are. */
  resolutions: Resolutions;
  /** What had been found before the last import; undefined: there was none. */
  before: readonly PastFinding[] | undefined;
}

/** Whom to ask for what. */
export interface RosterRequests {
  /** All who have something missing. */
  rows: readonly RosterRow[];
  /** The first of them, with what it is. */
  first: readonly { row: RosterRow; request: DataRequest }[];
}

interface Waiting {
  receive: (items: readonly unknown[]) => void;
  resolve: (answer: unknown) => void;
  reject: (reason: Error) => void;
}

/**
 * Reads, compares and audits class lists in a worker, so that the page stays alive whatever comes.
 * The worker has a copy of the list, and is told only what changed.
 */
export class RosterClient {
  readonly #workerUrl: string;
  #worker: Worker | undefined;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();
  /** The rows that the worker has. */
  #sent: readonly RosterRow[] = [];
  #sentBefore: readonly PastFinding[] | undefined;
  /** The rows that were audited last. */
  #audited: readonly RosterRow[] = [];
  /** One question after another, so that each is about the list that it was asked of. */
  #queue: Promise<unknown> = Promise.resolve();

  /** @param workerUrl address of the built `roster-worker`, trusted by the page's policy */
  constructor(workerUrl: string) {
    this.#workerUrl = workerUrl;
  }

  /**
   * Reads a list and says what taking it in would do to the present one.
   * @throws RosterError when it cannot be read
   */
  async open(
    source: RosterSource,
    { columns, rows }: Roster = { columns: [], rows: [] },
  ): Promise<ImportPreview> {
    return (await this.#enqueue(async () => {
      await this.#send(rows);
      return this.#ask({ type: 'open', source, columns });
    })) as ImportPreview;
  }

  /** Corrects the match of the opened list. */
  async choose(choices: readonly SheetChoice[]): Promise<ImportPreview> {
    return (await this.#enqueue(() => this.#ask({ type: 'choose', choices }))) as ImportPreview;
  }

  /** The list as it is after the import. */
  async take(options: MergeOptions): Promise<TakenRoster> {
    const rows: RosterRow[] = [];
    const answer = await this.#enqueue(async () => {
      const taken = await this.#ask({ type: 'take', options }, (items) => {
        for (const row of items as readonly RosterRow[]) rows.push(row);
      });
      this.#sent = rows;
      return taken;
    });
    const { columns, notes } = answer as { columns: FieldName[]; notes: RosterNote[] };
    return { roster: { columns, rows }, notes };
  }

  /**
   * Reads a report about who has joined and says what it tells of the rows of a list.
   * @throws RosterError when it cannot be read
   */
  async openReport(source: RosterSource, rows: readonly RosterRow[]): Promise<ReportPreview> {
    return (await this.#enqueue(async () => {
      await this.#send(rows);
      return this.#ask({ type: 'open-report', source });
    })) as ReportPreview;
  }

  /** Corrects the match of the opened report. */
  async chooseReport(match: ReportMatch): Promise<ReportPreview> {
    return (await this.#enqueue(() =>
      this.#ask({ type: 'choose-report', match }),
    )) as ReportPreview;
  }

  /** Audits a list; what the page shows of it is asked for afterwards. */
  async audit(roster: Roster, { today, resolutions, before }: AuditContext): Promise<RosterAudit> {
    const { columns, rows } = roster;
    const overview = (await this.#enqueue(async () => {
      await this.#send(rows);
      await this.#sendBefore(before);
      const resolved = Object.keys(resolutions);
      const hasBefore = before !== undefined;
      const answer = await this.#ask({ type: 'audit', columns, today, resolved, hasBefore });
      this.#audited = rows;
      return answer;
    })) as AuditOverview;
    return { ...overview, rows };
  }

  /** The open findings of the last audit at each of these places that has any. */
  async findingsAt(places: readonly string[]): Promise<ReadonlyMap<string, readonly Finding[]>> {
    return (await this.#enqueue(() => this.#ask({ type: 'findings-at', places }))) as ReadonlyMap<
      string,
      readonly Finding[]
    >;
  }

  /** The findings of the last audit under their headings. */
  async sections(order: FindingOrder): Promise<AuditSections> {
    return (await this.#enqueue(() => this.#ask({ type: 'sections', order }))) as AuditSections;
  }

  /** Whom the last audit leaves something to ask of. */
  async requests(): Promise<RosterRequests> {
    return this.#enqueue(async () => {
      const { rows, first } = (await this.#ask({ type: 'requests' })) as AuditRequests;
      const audited = this.#audited;
      const at = (index: number): readonly RosterRow[] => audited.slice(index, index + 1);
      return {
        rows: Array.from(rows).flatMap(at),
        first: first.flatMap(({ index, request }) => at(index).map((row) => ({ row, request }))),
      };
    });
  }

  /** All that the last audit found, to be compared with what a later list brings. */
  async past(): Promise<readonly PastFinding[]> {
    const past: PastFinding[] = [];
    await this.#enqueue(() =>
      this.#ask({ type: 'past' }, (items) => {
        for (const finding of items as readonly PastFinding[]) past.push(finding);
      }),
    );
    return past;
  }

  /** What a list in place of another would add, change and leave out. */
  async compare(previous: Roster, next: Roster): Promise<ComparisonPreview> {
    return (await this.#enqueue(async () => {
      await this.#send(previous.rows);
      await this.#ask({ type: 'hold', columns: previous.columns });
      await this.#send(next.rows);
      return this.#ask({ type: 'compare', columns: next.columns });
    })) as ComparisonPreview;
  }

  /** As `writeCsv` does. */
  async csv({ columns, rows }: Roster): Promise<string> {
    return (await this.#enqueue(async () => {
      await this.#send(rows);
      return this.#ask({ type: 'csv', columns });
    })) as string;
  }

  /** As `writeFindingsCsv` does, with all that an audit finds. */
  async findingsCsv(
    { columns, rows }: Roster,
    today: Date,
    resolutions: Resolutions,
  ): Promise<string> {
    return (await this.#enqueue(async () => {
      await this.#send(rows);
      return this.#ask({ type: 'findings-csv', columns, today, resolutions });
    })) as string;
  }

  /** Ends the worker; what was asked fails. A later question starts another. */
  close(reason = 'Closed'): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#sent = [];
    this.#sentBefore = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Error(reason));
  }

  /** Rows are never changed in place, so what differs is found by identity. */
  async #send(rows: readonly RosterRow[]): Promise<void> {
    const sent = this.#sent;
    let start = 0;
    while (start < rows.length && start < sent.length && rows[start] === sent[start]) start++;
    let same = 0;
    while (
      same < Math.min(rows.length, sent.length) - start &&
      rows[rows.length - 1 - same] === sent[sent.length - 1 - same]
    ) {
      same++;
    }
    let deleteCount = sent.length - start - same;
    const end = rows.length - same;
    if (start === end && deleteCount === 0) return;
    const worker = (this.#worker ??= this.#start());
    do {
      const part = rows.slice(start, Math.min(end, start + ITEMS_AT_ONCE));
      worker.postMessage({ type: 'splice', start, deleteCount, rows: part } satisfies ToWorker);
      deleteCount = 0;
      start += part.length;
      if (start < end) await nextTask();
      // Another worker would have only the rest of the rows.
      if (this.#worker !== worker) throw new Error('The worker ended');
    } while (start < end);
    this.#sent = rows;
  }

  async #sendBefore(before: readonly PastFinding[] | undefined): Promise<void> {
    if (before === this.#sentBefore || before === undefined) return;
    const worker = (this.#worker ??= this.#start());
    for (let start = 0; start === 0 || start < before.length; start += ITEMS_AT_ONCE) {
      const findings = before.slice(start, start + ITEMS_AT_ONCE);
      const isFirst = start === 0;
      worker.postMessage({ type: 'before', isFirst, findings } satisfies ToWorker);
      await nextTask();
      if (this.#worker !== worker) throw new Error('The worker ended');
    }
    this.#sentBefore = before;
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #ask(question: Question, receive: Waiting['receive'] = () => undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { receive, resolve, reject });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ type: 'question', id, question } satisfies ToWorker);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#workerUrl);
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      this.#hear(data);
    });
    worker.addEventListener('error', ({ message }) => {
      this.close(message);
    });
    return worker;
  }

  #hear(message: FromWorker): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.type === 'part') {
      waiting.receive(message.items);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.type === 'answer') waiting.resolve(message.answer);
    else
      waiting.reject(
        message.isExpected ? new RosterError(message.message) : new Error(message.message),
      );
  }
}

/** Lets the page answer taps between two parts. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
