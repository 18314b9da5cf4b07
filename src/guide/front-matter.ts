import { load, YAMLException } from 'js-yaml';
import * as v from 'valibot';

const roles = v.picklist(['parent', 'pupil', 'teacher', 'staff']);
const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const httpsUrl = v.pipe(
  v.string(),
  v.check((url) => url.startsWith('https://') && URL.canParse(url)),
);
// YAML reads an unquoted 2026-11-22 as a Date.
const isoDate = v.pipe(
  v.union([v.string(), v.date()]),
  v.transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)),
  v.isoDate(),
);

/** What a guide begins with. */
export const guideFields = v.strictObject({
  title: text,
  'memo-title': v.optional(text),
  system: text,
  region: text,
  audience: v.pipe(v.array(roles), v.minLength(1)),
  site: v.optional(httpsUrl),
  minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  source: text,
  verified: isoDate,
  status: v.picklist(['current', 'changed', 'archived']),
  kind: v.optional(v.picklist(['steps', 'troubleshooting']), 'steps'),
  needs: v.optional(v.array(text), []),
});

/** What a translation begins with: all else is the original's. */
export const translationFields = v.strictObject({
  title: text,
  system: v.optional(text),
  /** Tells the authors' page whose guide it is; elsewhere the folder does. */
  region: v.optional(text),
  source: v.optional(text),
  /** The original's `verified` that the translator has seen. */
  translates: isoDate,
});

const EXPECTED: Record<string, string> = {
  audience: 'список из parent, pupil, teacher, staff',
  site: 'адрес, который начинается с https://',
  minutes: 'целое число минут',
  verified: 'дата вида 2026-11-22',
  translates: 'дата вида 2026-11-22, как «verified» русской памятки',
  status: 'current, changed или archived',
  kind: 'steps или troubleshooting',
  needs: 'список вида [common/gosuslugi]',
};

/** What may stand at a file's beginning. */
export type FrontMatterFields = v.GenericSchema & { entries: object };

export interface SplitSource<Fields> {
  /** Undefined where a field is wrong. */
  data: Fields | undefined;
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
}

/**
 * Takes the front matter off a guide and checks its fields.
 * @param fields what may stand there
 * @param report called with the line of the file and a Russian message for each mistake
 */
export function splitFrontMatter<Fields extends FrontMatterFields>(
  source: string,
  fields: Fields,
  report: (line: number, message: string) => void,
): SplitSource<v.InferOutput<Fields>> {
  const match = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(source);
  if (!match) {
    report(
      1,
      source.startsWith('---\n')
        ? 'Начало файла не закончено: после полей title, system, … нужна строка «---».'
        : 'Нет начала файла: первая строка — «---», затем поля title, system, …, затем снова «---».',
    );
    return { data: undefined, body: source, bodyLine: 1 };
  }
  const yaml = match[1] ?? '';
  return {
    data: readFrontMatter(yaml, fields, report),
    body: source.slice(match[0].length),
    bodyLine: match[0].split('\n').length - (match[0].endsWith('\n') ? 0 : 1),
  };
}

function readFrontMatter<Fields extends FrontMatterFields>(
  yaml: string,
  fields: Fields,
  report: (line: number, message: string) => void,
): v.InferOutput<Fields> | undefined {
  let data: unknown;
  try {
    data = load(yaml);
  } catch (error) {
    const line = error instanceof YAMLException ? (error.mark?.line ?? 0) : 0;
    report(line + 2, describeUnreadable(yaml.split('\n')[line] ?? ''));
    return undefined;
  }
  const result = v.safeParse(fields, data);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const first: unknown = issue.path?.[0]?.key;
    const key = typeof first === 'string' ? first : '';
    report(lineOfKey(yaml, key), describeIssue(issue, key, Object.keys(fields.entries)));
  }
  return undefined;
}

/** A second colon in a sentence is the usual reason. */
function describeUnreadable(line: string): string {
  const [, key, value] = /^([\w-]+):\s+([^"'].*:(?:\s.*)?)$/.exec(line) ?? [];
  return key !== undefined && value !== undefined
    ? `В значении поля «${key}» есть двоеточие. Возьмите значение в кавычки: ${key}: "${value}"`
    : 'Начало файла не читается: проверьте двоеточия, отступы и скобки.';
}

function describeIssue(issue: v.BaseIssue<unknown>, key: string, known: readonly string[]): string {
  if (issue.expected === 'never') return `Неизвестное поле «${key}». Есть: ${known.join(', ')}.`;
  if (issue.input === undefined) return `Нет обязательного поля «${key}».`;
  return `Поле «${key}» — это ${EXPECTED[key] ?? 'непустой текст'}.`;
}

function lineOfKey(yaml: string, key: string): number {
  const index = yaml.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return index === -1 ? 1 : index + 2;
}
