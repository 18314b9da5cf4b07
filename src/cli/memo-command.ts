import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import fonts from 'virtual:memo-fonts';
import { layOutMemo, MemoError, sheetsOf, writeMemoPdf } from '../memo';
import { readArguments, UsageError } from './command';
import { memoFolder } from './memo-folder';
import { MEMO_OPTIONS, memoRequest, needsNoList, NO_LIST, type MemoValues } from './memo-request';
import { readList } from './read-list';
import { removeStaleTemporaries } from './temporaries';
import { writeWhole } from './write-whole';

const OPTIONS = {
  ...MEMO_OPTIONS,
  output: { type: 'string', short: 'o' },
  'by-class': { type: 'boolean', default: false },
} as const;

/**
 * `pamyatka memo [LIST] -o OUT.pdf …`, and for many files `pamyatka memo LIST… -o FOLDER …`
 * @returns 0 when everything was written
 * @throws UsageError for words, a list or a file that cannot be used; then nothing is written
 */
export async function memoCommand(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, { least: 0, most: Infinity });
  const { output, 'by-class': byClass, ...memo } = values;
  if (output === undefined) throw new UsageError('Не сказано, куда записать: -o памятки.pdf.');
  if (positionals.length === 0 && (byClass || !needsNoList(memo))) {
    throw new UsageError('Не назван список класса. Справка: pamyatka --help.');
  }
  if (byClass || positionals.length > 1) return memoFolder(memo, positionals, output);
  return memoFile(memo, positionals[0], output);
}

async function memoFile(
  values: MemoValues,
  list: string | undefined,
  output: string,
): Promise<number> {
  if (list !== undefined && (await isSameFile(list, output))) {
    throw new UsageError('Памятки не пишут поверх списка: назовите другой файл после -o.');
  }
  const roster = list === undefined ? NO_LIST : (await readList(list)).roster;
  const request = memoRequest(values, roster);
  try {
    const document = layOutMemo(request, fonts);
    for (const { message } of document.warnings) process.stderr.write(`${message}\n`);
    await removeStaleTemporaries(dirname(output));
    writeWhole(output, await writeMemoPdf(document, fonts));
    const kind = values['save-paper'] ? `, вид: ${document.layout}` : '';
    process.stderr.write(
      `Готово: ${output}${kind}, страниц: ${String(document.pages.length)}, листов: ${String(sheetsOf(document))}.\n`,
    );
    return 0;
  } catch (error) {
    if (error instanceof MemoError) throw new UsageError(error.message);
    throw error;
  }
}

async function isSameFile(first: string, second: string): Promise<boolean> {
  try {
    return (await realpath(first)) === (await realpath(second));
  } catch {
    // One of them is not there.
    return false;
  }
}
