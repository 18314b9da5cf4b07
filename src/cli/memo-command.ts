import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, writeFile } from 'node:fs/promises';
import fonts from 'virtual:memo-fonts';
import library from 'virtual:library';
import { findMemoGuide, memoGuideFor, usesInviteCodes, type MemoGuide } from '../guide';
import {
  familiesOf,
  isForEveryone,
  layOutMemo,
  MEMO_LAYOUTS,
  MemoError,
  writeMemoPdf,
  type MemoRequest,
} from '../memo';
import { audit, placeOf, type Roster } from '../roster';
import { readDone, readSituation } from './checklist-options';
import { readArguments, UsageError } from './command';
import { readList } from './read-list';

const OPTIONS = {
  output: { type: 'string', short: 'o' },
  layout: { type: 'string', default: 'page' },
  guide: { type: 'string' },
  school: { type: 'string', default: '' },
  'app-url': { type: 'string' },
  only: { type: 'string' },
  siblings: { type: 'boolean', default: false },
  large: { type: 'boolean', default: false },
  if: { type: 'string', multiple: true },
  done: { type: 'string' },
} as const;

/** A poster and a checklist are the same for everyone. */
const NO_LIST: Roster = { columns: [], rows: [] };

/**
 * `pamyatka memo [LIST] -o OUT.pdf …`
 * @returns 0 when the file was written
 * @throws UsageError for words, a list or a file that cannot be used; then nothing is written
 */
export async function memoCommand(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, { least: 0, most: 1 });
  const output = values.output;
  if (output === undefined) throw new UsageError('Не сказано, куда записать: -o памятки.pdf.');
  const layout = MEMO_LAYOUTS.find((name) => name === values.layout);
  if (!layout) {
    throw new UsageError(`Вида «${values.layout}» нет. Есть: ${MEMO_LAYOUTS.join(', ')}.`);
  }
  const [list] = positionals;
  if (list === undefined && !(isForEveryone(layout) && values.guide !== undefined)) {
    throw new UsageError('Не назван список класса. Справка: pamyatka --help.');
  }
  if (list !== undefined && (await isSameFile(list, output))) {
    throw new UsageError('Памятки не пишут поверх списка: назовите другой файл после -o.');
  }
  const roster = list === undefined ? NO_LIST : (await readList(list)).roster;
  const { region, guide } = chooseGuide(values.guide, roster);
  const request: MemoRequest = {
    layout,
    guide,
    region,
    usesInviteCodes: usesInviteCodes(guide),
    families: familiesOf(onlyRows(roster, values.only), { siblingsTogether: values.siblings }),
    school: values.school,
    contacts: region.memoContacts,
    large: values.large,
    situation: readSituation(values.if ?? []),
    ...(values.done !== undefined && { done: readDone(guide, values.done) }),
    ...(values['app-url'] !== undefined && { appUrl: values['app-url'] }),
  };
  try {
    const document = layOutMemo(request, fonts);
    for (const { message } of document.warnings)
      process.stderr.write(`${message}
`);
    await writeWhole(output, await writeMemoPdf(document, fonts));
    process.stderr.write(`Готово: ${output}, страниц: ${String(document.pages.length)}.\n`);
    return 0;
  } catch (error) {
    if (error instanceof MemoError) throw new UsageError(error.message);
    throw error;
  }
}

function chooseGuide(name: string | undefined, roster: Roster): MemoGuide {
  if (name === undefined) {
    const fitting = memoGuideFor(
      library,
      roster.rows.some((row) => row.values.inviteCode !== ''),
    );
    if (fitting) return fitting;
    throw new UsageError('В этой сборке нет ни одной памятки.');
  }
  const named = findMemoGuide(library, name);
  if (named) return named;
  const known = library.guides.map((guide) => guide.id).join(', ');
  throw new UsageError(`Памятки «${name}» нет. Есть: ${known}.`);
}

/** `incomplete`: families whose data still keep a parent from signing in. */
function onlyRows(roster: Roster, only: string | undefined): Roster {
  if (only === undefined) return roster;
  if (only !== 'incomplete') throw new UsageError(`--only ${only}: можно только incomplete.`);
  const { findings } = audit(roster, { today: new Date() });
  const incomplete = new Set(
    findings.filter((finding) => finding.severity === 'error').map((finding) => placeOf(finding)),
  );
  return { ...roster, rows: roster.rows.filter((row) => incomplete.has(placeOf(row))) };
}

async function isSameFile(first: string, second: string): Promise<boolean> {
  try {
    return (await realpath(first)) === (await realpath(second));
  } catch {
    // One of them is not there.
    return false;
  }
}

/** Writes beside the file and renames: whoever opens it finds the old one or the whole new one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch {
    await rm(temporary, { force: true });
    throw new UsageError(`Файл «${path}» не записать. Проверьте папку и не открыт ли он.`);
  }
}
