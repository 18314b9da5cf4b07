/* eslint-disable no-restricted-globals -- the entry of a worker, and nothing else */
import { audit } from './audit';
import { ImportSession } from './import-session';
import { ReportSession } from './report-session';
import { RosterError, type FieldName, type RosterRow } from './roster';
import { ITEMS_AT_ONCE, type FromWorker, type Question, type ToWorker } from './roster-client';

/** The page's list, row by row; its columns are those of the last question. */
let rows: RosterRow[] = [];
let columns: FieldName[] = [];
let session: ImportSession | undefined;
let report: ReportSession | undefined;
let queue = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  queue = queue.then(() => hear(data));
});

async function hear(message: ToWorker): Promise<void> {
  if (message.type === 'splice') {
    rows.splice(message.start, message.deleteCount, ...message.rows);
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
      const { today, resolved } = question;
      const { findings, ...rest } = audit(
        { columns, rows },
        { today, resolved: new Set(resolved) },
      );
      sendParts(id, findings);
      return rest;
    }
  }
}

function sendParts(id: number, items: readonly unknown[]): void {
  for (let start = 0; start < items.length; start += ITEMS_AT_ONCE) {
    post({ type: 'part', id, items: items.slice(start, start + ITEMS_AT_ONCE) });
  }
}

function post(message: FromWorker): void {
  self.postMessage(message);
}
