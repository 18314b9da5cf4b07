import { isBlank } from './clean';
import { FIELDS, type Roster, type RosterRow } from './roster';

/**
 * A row's values as what they give: '' for what people write instead of leaving a cell empty («—»,
 * «нет»). Whoever asks whether there is a СНИЛС or a code asks here: a word is neither.
 */
export function givenValues({ values }: RosterRow): RosterRow['values'] {
  const standIns = FIELDS.filter((field) => values[field] !== '' && isBlank(values[field]));
  if (standIns.length === 0) return values;
  return { ...values, ...Object.fromEntries(standIns.map((field) => [field, ''])) };
}

/** Whether a list has invite codes at all: which region's memo fits it depends on that. */
export function hasInviteCodes({ rows }: Roster): boolean {
  return rows.some(({ values }) => !isBlank(values.inviteCode));
}
