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
import type { FieldName, Finding, Resolutions, Roster, RosterRow } from './roster';
import { RosterConnection } from './roster-connection';
import type { TakenRoster } from './to-roster';

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

/** Reads, compares and audits class lists in a worker, so that the page stays alive whatever comes. */
export class RosterClient {
  readonly #worker: RosterConnection;
  /** The rows that were audited last. */
  #audited: readonly RosterRow[] = [];

  /** @param workerUrl address of the built `roster-worker`, trusted by the page's policy */
  constructor(workerUrl: string) {
    this.#worker = new RosterConnection(() => new Worker(workerUrl));
  }

  /**
   * Reads a list and says what taking it in would do to the present one.
   * @throws RosterError when it cannot be read
   */
  async open(
    source: RosterSource,
    { columns, rows }: Roster = { columns: [], rows: [] },
  ): Promise<ImportPreview> {
    return (await this.#worker.enqueue(async () => {
      await this.#worker.send(rows);
      return this.#worker.ask({ type: 'open', source, columns });
    })) as ImportPreview;
  }

  /** Corrects the match of the opened list. */
  async choose(choices: readonly SheetChoice[]): Promise<ImportPreview> {
    return (await this.#worker.enqueue(() =>
      this.#worker.ask({ type: 'choose', choices }),
    )) as ImportPreview;
  }

  /** The list as it is after the import. */
  async take(options: MergeOptions): Promise<TakenRoster> {
    const rows: RosterRow[] = [];
    const answer = await this.#worker.enqueue(async () => {
      const taken = await this.#worker.ask({ type: 'take', options }, (items) => {
        for (const row of items as readonly RosterRow[]) rows.push(row);
      });
      this.#worker.holds(rows);
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
    return (await this.#worker.enqueue(async () => {
      await this.#worker.send(rows);
      return this.#worker.ask({ type: 'open-report', source });
    })) as ReportPreview;
  }

  /** Corrects the match of the opened report. */
  async chooseReport(match: ReportMatch): Promise<ReportPreview> {
    return (await this.#worker.enqueue(() =>
      this.#worker.ask({ type: 'choose-report', match }),
    )) as ReportPreview;
  }

  /** Audits a list; what the page shows of it is asked for afterwards. */
  async audit(roster: Roster, { today, resolutions, before }: AuditContext): Promise<RosterAudit> {
    const { columns, rows } = roster;
    const overview = (await this.#worker.enqueue(async () => {
      await this.#worker.send(rows);
      await this.#worker.sendBefore(before);
      const resolved = Object.keys(resolutions);
      const hasBefore = before !== undefined;
      const answer = await this.#worker.ask({ type: 'audit', columns, today, resolved, hasBefore });
      this.#audited = rows;
      return answer;
    })) as AuditOverview;
    return { ...overview, rows };
  }

  /** The open findings of the last audit at each of these places that has any. */
  async findingsAt(places: readonly string[]): Promise<ReadonlyMap<string, readonly Finding[]>> {
    return (await this.#worker.enqueue(() =>
      this.#worker.ask({ type: 'findings-at', places }),
    )) as ReadonlyMap<string, readonly Finding[]>;
  }

  /** The findings of the last audit under their headings. */
  async sections(order: FindingOrder): Promise<AuditSections> {
    return (await this.#worker.enqueue(() =>
      this.#worker.ask({ type: 'sections', order }),
    )) as AuditSections;
  }

  /** Whom the last audit leaves something to ask of. */
  async requests(): Promise<RosterRequests> {
    return this.#worker.enqueue(async () => {
      const { rows, first } = (await this.#worker.ask({ type: 'requests' })) as AuditRequests;
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
    await this.#worker.enqueue(() =>
      this.#worker.ask({ type: 'past' }, (items) => {
        for (const finding of items as readonly PastFinding[]) past.push(finding);
      }),
    );
    return past;
  }

  /** What a list in place of another would add, change and leave out. */
  async compare(previous: Roster, next: Roster): Promise<ComparisonPreview> {
    return (await this.#worker.enqueue(async () => {
      await this.#worker.send(previous.rows);
      await this.#worker.ask({ type: 'hold', columns: previous.columns });
      await this.#worker.send(next.rows);
      return this.#worker.ask({ type: 'compare', columns: next.columns });
    })) as ComparisonPreview;
  }

  /** As `writeCsv` does. */
  async csv({ columns, rows }: Roster): Promise<string> {
    return (await this.#worker.enqueue(async () => {
      await this.#worker.send(rows);
      return this.#worker.ask({ type: 'csv', columns });
    })) as string;
  }

  /** As `writeFindingsCsv` does, with all that an audit finds. */
  async findingsCsv(
    { columns, rows }: Roster,
    today: Date,
    resolutions: Resolutions,
  ): Promise<string> {
    return (await this.#worker.enqueue(async () => {
      await this.#worker.send(rows);
      return this.#worker.ask({ type: 'findings-csv', columns, today, resolutions });
    })) as string;
  }

  /** Ends the worker; what was asked fails. A later question starts another. */
  close(): void {
    this.#worker.close();
  }
}
