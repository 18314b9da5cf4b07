import { load } from 'js-yaml';
import * as v from 'valibot';
import type { Problem } from './guide';

/** Reads a YAML file by its schema; undefined, with problems at their lines, where it does not fit. */
export function readYaml<Schema extends v.GenericSchema>(
  schema: Schema,
  source: string,
  file: string,
): { output: v.InferOutput<Schema> | undefined; problems: Problem[] } {
  let data: unknown;
  try {
    data = load(source);
  } catch {
    return {
      output: undefined,
      problems: [problemAt(file, 1, 'Файл не читается: проверьте отступы, двоеточия и скобки.')],
    };
  }
  const result = v.safeParse(schema, data);
  if (result.success) return { output: result.output, problems: [] };
  return {
    output: undefined,
    problems: result.issues.map((issue) => {
      const path = issue.path?.map((item) => String(item.key)) ?? [];
      const key = path[path.length - 1] ?? '';
      const what =
        issue.expected === 'never'
          ? `Неизвестное поле «${path.join('.')}». Проверьте, нет ли опечатки.`
          : `Поле «${path.join('.')}» отсутствует или заполнено неверно.`;
      return problemAt(file, lineOf(source, key), what);
    }),
  };
}

/** The first line with that word, counted from 1. */
export function lineOf(source: string, word: string): number {
  const index = source.split('\n').findIndex((line) => word !== '' && line.includes(word));
  return index === -1 ? 1 : index + 1;
}

/** An error of an author. */
export function problemAt(file: string, line: number, message: string): Problem {
  return { file, line, severity: 'error', message };
}
