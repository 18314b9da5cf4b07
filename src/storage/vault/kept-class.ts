import * as v from 'valibot';
import { FIELDS, JOIN_STAGES, NOTE_KINDS, type ClassRecord, type FieldName } from '../../roster';

/** What is sealed: the class, what the teacher calls it, and what was chosen on the page. */
export interface KeptClass extends ClassRecord {
  name: string;
  /** Positions of the rows that no memo is printed for, in their order. */
  unchosen: readonly number[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A field that a list of an earlier version lacks is empty. */
const values = v.strictObject(
  Object.fromEntries(FIELDS.map((field) => [field, v.optional(v.string(), '')])) as Record<
    FieldName,
    v.OptionalSchema<v.StringSchema<undefined>, ''>
  >,
);

const roster = v.strictObject({
  columns: v.array(v.picklist(FIELDS)),
  rows: v.array(
    v.strictObject({
      line: v.pipe(v.number(), v.integer(), v.minValue(1)),
      sheet: v.exactOptional(v.string()),
      values,
      stages: v.exactOptional(v.array(v.picklist(JOIN_STAGES))),
    }),
  ),
});

const note = v.strictObject({
  kind: v.picklist(NOTE_KINDS),
  line: v.exactOptional(count),
  message: v.string(),
});

const snapshot = v.strictObject({
  date: v.pipe(v.string(), v.isoDate()),
  children: count,
  ready: count,
  rows: count,
  stages: v.strictObject(
    Object.fromEntries(JOIN_STAGES.map((stage) => [stage, v.exactOptional(count)])) as Record<
      (typeof JOIN_STAGES)[number],
      v.ExactOptionalSchema<typeof count, undefined>
    >,
  ),
});

const pastFinding = v.strictObject({ key: v.string(), who: v.string(), message: v.string() });

const unread = v.strictObject({
  list: v.exactOptional(v.string()),
  report: v.exactOptional(v.string()),
});

/** The order of the members is that of the text: one record has one text. */
const keptClass = v.strictObject({
  name: v.string(),
  roster,
  notes: v.array(note),
  resolutions: v.exactOptional(v.record(v.string(), v.string())),
  snapshots: v.exactOptional(v.array(snapshot)),
  forWhom: v.exactOptional(v.record(v.string(), v.string())),
  before: v.exactOptional(v.array(pastFinding)),
  unread: v.exactOptional(unread),
  unchosen: v.array(count),
});

/** A value of unknown origin as a kept class; undefined where it has more or other than one. */
export function parseKeptClass(value: unknown): KeptClass | undefined {
  const result = v.safeParse(keptClass, value);
  return result.success ? result.output : undefined;
}

/**
 * A kept class as JSON, the same for the same content in whatever order its members were made.
 * @throws Error for what {@link parseKeptClass} would not take: it could not be opened again
 */
export function writeKeptClass(kept: KeptClass): string {
  const { output, success } = v.safeParse(keptClass, kept);
  if (!success) throw new Error('A class that could not be opened again is not sealed');
  return JSON.stringify(output);
}

/** Whether two hold the same, in whatever order their members were made. */
export function isSameClass(one: KeptClass, other: KeptClass): boolean {
  return writeKeptClass(one) === writeKeptClass(other);
}
