import { writeFileSync } from 'node:fs';
import { families, peerSheets, type PeerSheet } from './sample';

/** What one process tells of one subject, as JSON on its standard output. */
export interface Measured {
  /** Of the first making, in a process that has made nothing yet. */
  firstMs: number;
  medianMs: number;
  /** Of all threads, median too: what a loaded machine changes less than the time that passes. */
  cpuMs: number;
  runs: number;
  bytes: number;
  /** The most that the process has held up to the end of its first making. */
  peakMb: number;
}

type Make = () => Promise<Uint8Array>;

/**
 * Each is loaded only by the process that measures it. Ours starts from the list; a peer gets the
 * texts of each sheet ready, and has only to set and write them.
 */
const SUBJECTS: Record<string, (count: number) => Promise<Make>> = {
  pamyatka: (count) => ours(count, true),
  untagged: (count) => ours(count, false),
  pdfkit: async (count) => peer(await import('./pdfkit.js'), count),
  pdfmake: async (count) => peer(await import('./pdfmake.js'), count),
  jsPDF: async (count) => peer(await import('./jspdf.js'), count),
  'pdf-lib': async (count) => peer(await import('./pdf-lib.js'), count),
};

async function ours(count: number, isTagged: boolean): Promise<Make> {
  const { makeMemos } = await import('./pamyatka');
  const some = families(count);
  return () => makeMemos(some, isTagged);
}

function peer(
  { makeMemos }: { makeMemos: (sheets: PeerSheet[]) => Promise<Uint8Array> },
  count: number,
): Make {
  const sheets = peerSheets(families(count));
  return () => makeMemos(sheets);
}

const MOST_RUNS = 15;
const LONGEST_MS = 2000;

/** `node measure.js SUBJECT COUNT [FILE]`: makes memos again and again; the first go into the file. */
const [name = '', count = '', file] = process.argv.slice(2);
const subject = SUBJECTS[name];
if (!subject) throw new Error(`No such subject: ${name}`);
const make = await subject(Number(count));
const times: number[] = [];
const cpuTimes: number[] = [];
let first = new Uint8Array();
let peakMb = 0;
const start = performance.now();
while (times.length === 0 || (times.length < MOST_RUNS && performance.now() - start < LONGEST_MS)) {
  const begin = performance.now();
  const cpuBegin = process.cpuUsage();
  const pdf = await make();
  times.push(performance.now() - begin);
  const { user, system } = process.cpuUsage(cpuBegin);
  cpuTimes.push((user + system) / 1000);
  if (times.length > 1) continue;
  peakMb = process.resourceUsage().maxRSS / 1024;
  first = Uint8Array.from(pdf);
}
if (file !== undefined) writeFileSync(file, first);
const measured: Measured = {
  firstMs: times[0] ?? 0,
  medianMs: median(times),
  cpuMs: median(cpuTimes),
  runs: times.length,
  bytes: first.length,
  peakMb,
};
process.stdout.write(JSON.stringify(measured));

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
