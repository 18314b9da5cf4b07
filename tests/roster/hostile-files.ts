import { strToU8, zipSync } from 'fflate';
import { workbook, workbookFiles } from './workbooks';

/** A file that a page and the command line must survive. */
export interface HostileFile {
  what: string;
  name: string;
  bytes: Uint8Array;
}

const SHEET = {
  name: '4А',
  rows: [
    ['Ученик', 'Код'],
    ['Ким Ян', 'AB12CD34'],
  ],
};
const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set(OLE);
  bytes.set(new Uint8Array(Buffer.from(stream, 'utf16le')), 1024);
  return bytes;
}

/** Those that are refused, and the words that say why. */
export const REFUSED: readonly (HostileFile & { why: RegExp })[] = [
  {
    what: 'a zip bomb',
    name: 'bomb.xlsx',
    bytes: zipSync({
      ...workbookFiles(SHEET),
      'xl/bomb.xml': new Uint8Array(129 * 1024 * 1024),
    }),
    why: /слишком больш/i,
  },
  { what: 'an .xls', name: 'list.xls', bytes: ole('Workbook'), why: /старый формат Excel/ },
  {
    what: 'a workbook under a password',
    name: 'secret.xlsx',
    bytes: ole('EncryptedPackage'),
    why: /паролем/,
  },
  {
    what: 'a file of 50 MB',
    name: 'long.csv',
    bytes: new Uint8Array(50_000_000).fill(0x41),
    why: /слишком больш/i,
  },
  {
    what: 'binary junk',
    name: 'junk.csv',
    bytes: Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256),
    why: /не похож|не таблица|не текст|не прочитан|не список/i,
  },
  { what: 'an empty file', name: 'empty.csv', bytes: new Uint8Array(), why: /пуст/i },
];

/** Those that are taken for what they hold: one pupil, «Ким Ян». */
export const TAKEN: readonly HostileFile[] = [
  {
    what: 'broken quotes',
    name: 'quotes.csv',
    bytes: strToU8('Ученик;Код;Логин\nКим Ян;AB12CD34;"кот" и "пёс\n'),
  },
  {
    what: '300 columns',
    name: 'wide.csv',
    bytes: strToU8(
      `Ученик;Код;${Array.from({ length: 298 }, (_, n) => `Поле ${String(n)}`).join(';')}\nКим Ян;AB12CD34${';x'.repeat(298)}\n`,
    ),
  },
  {
    what: 'headers twice',
    name: 'twice.csv',
    bytes: strToU8('Ученик;Код;Код;Ученик\nКим Ян;AB12CD34;ZZ;Юн Ли\n'),
  },
  {
    what: 'a formula',
    name: 'formula.xlsx',
    bytes: workbook({
      name: '4А',
      rows: [
        ['Ученик', 'Код'],
        ['Ким Ян', { type: 'str', xml: '<f>CMD("calc")</f><v>AB12CD34</v>' }],
      ],
    }),
  },
  {
    what: '__proto__ as a header',
    name: 'proto.csv',
    bytes: strToU8('Ученик;__proto__;constructor;Код\nКим Ян;x;y;AB12CD34\n'),
  },
  {
    what: 'right-to-left marks',
    name: 'bidi.csv',
    bytes: strToU8('Ученик;Код\n\u202EКим\u202C Ян\u200F;AB12CD34\n'),
  },
];
