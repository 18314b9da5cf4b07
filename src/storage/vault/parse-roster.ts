import * as v from 'valibot';
import { FIELDS, type FieldName, type Roster } from '../../roster/roster';

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
    }),
  ),
});

/** A value of unknown origin as a class list; undefined where it has more or other than one. */
export function parseRoster(value: unknown): Roster | undefined {
  const result = v.safeParse(roster, value);
  return result.success ? result.output : undefined;
}
