import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Words on the command line, or a file, that cannot be used; the message is Russian. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Reads a command's words.
 * @throws UsageError for an unknown option, a missing value, or more or fewer files than allowed
 */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
  files: { least: number; most: number },
) {
  const parsed = parse(args, options);
  const { length } = parsed.positionals;
  if (length < files.least) throw new UsageError('Не назван файл. Справка: pamyatka --help.');
  if (length > files.most) {
    throw new UsageError(`Лишние слова: ${parsed.positionals.slice(files.most).join(' ')}.`);
  }
  return parsed;
}

function parse<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch {
    throw new UsageError(`Не понимаю: ${args.join(' ')}. Справка: pamyatka --help.`);
  }
}
