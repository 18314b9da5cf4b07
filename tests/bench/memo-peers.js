/**
 * The same memos by Памятка and by four other ways to make a PDF in JavaScript. Each subject has a
 * process of its own, so that its memory is its own; they take turns, and the medians of a few rounds
 * are compared, so that their ratios hold whatever else the machine does. What they made is read
 * before it is compared.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import decodeQr from 'qr/decode.js';
import { build } from 'vite';

/** @typedef {import('./memo/measure').Measured} Measured */

const PEERS = ['pdfkit', 'pdfmake', 'jsPDF', 'pdf-lib'];
/** Of the last page of each file. */
const WORDS = ['Код приглашения', 'pwa.kiasuo.ru', '8-800-100-70-10'];
const APP_URL = 'https://school4.example.ru/pamyatka/krasnoyarsk/#';
const CLASS = 30;
const SCHOOL = 1000;
const REGION = 10_000;
const ROUNDS = 5;

await build({ mode: 'bench', configLoader: 'runner', logLevel: 'error' });
const folder = mkdtempSync(join(tmpdir(), 'pamyatka-bench-'));
try {
  compare();
} finally {
  rmSync(folder, { recursive: true });
}

function compare() {
  const cpu = cpus();
  console.log(`\nMemos: Node ${process.versions.node}, ${cpu.length} × ${cpu[0]?.model.trim()}\n`);
  /** @type {(string | number)[][]} */
  const rows = [];
  const subjects = ['pamyatka', 'untagged', ...PEERS];
  const rounds = Array.from({ length: ROUNDS }, () =>
    subjects.map((name) => ({ few: measure(name, CLASS), many: measure(name, SCHOOL) })),
  );
  const [ours, untagged, ...peers] = subjects.map((_, at) => ({
    few: middle(rounds.flatMap((round) => round[at]?.few ?? [])),
    many: middle(rounds.flatMap((round) => round[at]?.many ?? [])),
  }));
  if (!ours || !untagged) throw new Error('Nothing was measured.');
  const named = [
    { name: 'pamyatka', ...ours },
    { name: '  without tags', ...untagged },
    ...peers.map((measured, at) => ({ name: PEERS[at] ?? '', ...measured })),
  ];
  for (const { name, few, many } of named) {
    rows.push([
      name,
      few.firstMs.toFixed(0),
      few.medianMs.toFixed(0),
      many.medianMs.toFixed(0),
      many.cpuMs.toFixed(0),
      speed(many).toFixed(0),
      (many.bytes / SCHOOL).toFixed(0),
      many.peakMb.toFixed(0),
    ]);
  }
  table(
    ['', '30, first ms', '30, ms', '1,000, ms', 'CPU ms', 'pages/s', 'bytes/page', 'peak MB'],
    rows,
  );
  const fastest = Math.max(...peers.map(({ many }) => speed(many)));
  /** @param {{ many: Measured }} one */
  const timesFaster = ({ many }) => (speed(many) / fastest).toFixed(1);
  const whole = measure('pamyatka', REGION);
  console.log(
    [
      '',
      `1,000 memos: ${timesFaster(untagged)} times the pages a second of the fastest peer, which writes no tags; with tags ${timesFaster(ours)}.`,
      `Tags cost ${((ours.many.bytes - untagged.many.bytes) / SCHOOL).toFixed(0)} bytes a page.`,
      `10,000 memos: ${(whole.firstMs / 1000).toFixed(1)} s, ${(whole.bytes / 1e6).toFixed(1)} MB, peak ${whole.peakMb.toFixed(0)} MB.`,
    ].join('\n'),
  );
}

/**
 * Of several rounds, each figure's median.
 * @param {Measured[]} rounds
 * @returns {Measured}
 */
function middle(rounds) {
  /** @param {keyof Measured} figure */
  const median = (figure) => {
    const sorted = rounds.map((round) => round[figure]).sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return {
    firstMs: median('firstMs'),
    medianMs: median('medianMs'),
    cpuMs: median('cpuMs'),
    runs: median('runs'),
    bytes: median('bytes'),
    peakMb: median('peakMb'),
  };
}

/** @param {Measured} measured */
function speed({ medianMs }) {
  return (SCHOOL / medianMs) * 1000;
}

/**
 * @param {string} subject
 * @param {number} count
 * @returns {Measured}
 */
function measure(subject, count) {
  const file = join(folder, 'memo.pdf');
  const output = execFileSync(
    process.execPath,
    ['node_modules/.bench/measure.js', subject, String(count), file],
    { encoding: 'utf8' },
  );
  check(subject, count, readFileSync(file));
  return /** @type {Measured} */ (JSON.parse(output));
}

/**
 * A subject that loses pages, letters or the QR is no peer.
 * @param {string} subject
 * @param {number} count
 * @param {Uint8Array} pdf
 */
function check(subject, count, pdf) {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf');
  const pages = document.countPages();
  const page = document.loadPage(pages - 1);
  const text = page.toStructuredText('').asText().replaceAll(/\s+/g, ' ');
  const picture = page.toPixmap(mupdf.Matrix.scale(2, 2), mupdf.ColorSpace.DeviceRGB, false);
  const url = decodeQr({
    width: picture.getWidth(),
    height: picture.getHeight(),
    data: Uint8Array.from(picture.getPixels()),
  });
  const lost = WORDS.filter((word) => !text.includes(word));
  if (pages !== count || lost.length > 0 || !url.startsWith(APP_URL)) {
    throw new Error(`${subject}: ${pages} pages of ${count}, lost: ${lost.join(', ')}, QR: ${url}`);
  }
}

/**
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 */
function table(head, rows) {
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => String(row[at]).length)),
  );
  for (const row of [head, ...rows]) {
    console.log(
      row
        .map((cell, at) =>
          at === 0 ? String(cell).padEnd(widths[at] ?? 0) : String(cell).padStart(widths[at] ?? 0),
        )
        .join('   '),
    );
  }
}
