/* eslint-disable no-restricted-globals -- the entry of a worker, and nothing else */
import { audit } from './audit';
import { AuditSession } from './audit-session';
import { compareRosters } from './compare';
import { previewComparison } from './comparison-preview';
import { writeFindingsCsv } from './findings-csv';
import { ImportSession } from './import-session';
import type { PastFinding } from './progress';
import { ReportSession } from './report-session';
import { RosterError, type FieldName, type Roster, type RosterRow } from './roster';
import { ITEMS_AT_ONCE, type FromWorker, type Question, type ToWorker } from './roster-messages';
import { writeCsv } from './write-csv';

/** The page's list, row by row; its columns are those of the last question. */
let rows: RosterRow[] = [];
let columns: FieldName[] = [];
let session: ImportSession | undefined;
let report: ReportSession | undefined;
/** The list that the next one is compared with. */
let held: Roster = { columns: [], rows: [] };
let audited: AuditSession | undefined;
/** What had been found before the last import. */
let before: PastFinding[] | undefined;
let queue = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  queue = queue.then(() => hear(data));
});

async function hear(message: ToWorker): Promise<void> {
  if (message.type === 'splice') {
    rows.splice(message.start, message.deleteCount, ...message.rows);
    return;
  }
  if (message.type === 'before') {
    if (message.isFirst || !before) before = message.findings;
    else before.push(...message.findings);
    return;
  }
  const { id, question } = message;
  try {
    post({ type: 'answer', id, answer: await answer(id, question) });
  } catch (error) {
    post({
      type: 'failed',
      id,
      message: String(error instanceof Error ? error.message : error),
      isExpected: error instanceof RosterError,
    });
  }
}

async function answer(id: number, question: Question): Promise<unknown> {
  switch (question.type) {
    case 'open':
      session = undefined;
      ({ columns } = question);
      session = await ImportSession.open(question.source, { columns, rows: [...rows] });
      return session.preview();
    case 'choose':
      session?.choose(question.choices);
      return session?.preview();
    case 'open-report':
      report = undefined;
      report = await ReportSession.open(question.source, [...rows]);
      return report.preview();
    case 'choose-report':
      report?.choose(question.match);
      return report?.preview();
    case 'take': {
      if (!session) throw new RosterError('Список закрыт. Откройте его ещё раз.');
      const { roster, notes } = session.take(question.options);
      session = undefined;
      ({ rows, columns } = roster);
      sendParts(id, rows);
      return { columns, notes };
    }
    case 'audit': {
      ({ columns } = question);
      const { today, resolved, hasBefore } = question;
      audited = new AuditSession(
        { columns, rows: [...rows] },
        { today, resolved: new Set(resolved), before: hasBefore ? before : undefined },
      );
      return audited.overview();
    }
    case 'findings-at':
      return lastAudit().findingsAt(question.places);
    case 'sections':
      return lastAudit().sections(question.order);
    case 'requests':
      return lastAudit().requests();
    case 'past':
      sendParts(id, lastAudit().past());
      return undefined;
    case 'hold':
      held = { columns: question.columns, rows: [...rows] };
      return undefined;
    case 'compare':
      return previewComparison(compareRosters(held, { columns: question.columns, rows }));
    case 'csv':
      return writeCsv({ columns: question.columns, rows });
    case 'findings-csv': {
      const roster: Roster = { columns: question.columns, rows };
      const { today, resolutions } = question;
      const resolved = new Set(Object.keys(resolutions));
      return writeFindingsCsv(roster, audit(roster, { today, resolved }).findings, resolutions);
    }
  }
}

function lastAudit(): AuditSession {
  if (!audited) throw new Error('The list has not been audited');
  return audited;
}

function sendParts(id: number, items: readonly unknown[]): void {
  for (let start = 0; start < items.length; start += ITEMS_AT_ONCE) {
    post({ type: 'part', id, items: items.slice(start, start + ITEMS_AT_ONCE) });
  }
}

function post(message: FromWorker): void {
  self.postMessage(message);
}
