import library from 'virtual:library';
import { findMemoGuide, memoGuideFor, usesInviteCodes, type MemoGuide } from '../guide';
import {
  checkedAppUrl,
  familiesOf,
  isForEveryone,
  MEMO_LAYOUTS,
  MemoError,
  withForWhom,
  type MemoLayout,
  type MemoRequest,
} from '../memo';
import { audit, hasInviteCodes, placeOf, type Roster } from '../roster';
import { readDone, readSituation } from './checklist-options';
import { UsageError } from './command';
import { readForWhom } from './for-whom-option';
import { withoutContacts } from './without-option';

/** The options of `pamyatka memo` that say what is printed, as `parseArgs` takes them. */
export const MEMO_OPTIONS = {
  layout: { type: 'string', default: 'page' },
  guide: { type: 'string' },
  school: { type: 'string', default: '' },
  heading: { type: 'string', default: '' },
  note: { type: 'string', default: '' },
  deadline: { type: 'string', default: '' },
  without: { type: 'string', multiple: true },
  'app-url': { type: 'string' },
  only: { type: 'string' },
  'save-paper': { type: 'boolean', default: false },
  'both-sides': { type: 'boolean', default: false },
  siblings: { type: 'boolean', default: false },
  large: { type: 'boolean', default: false },
  'for-whom': { type: 'string', multiple: true },
  if: { type: 'string', multiple: true },
  done: { type: 'string' },
} as const;

/** What `parseArgs` makes of {@link MEMO_OPTIONS}; can be sent to a worker. */
export interface MemoValues {
  layout: string;
  guide?: string | undefined;
  school: string;
  heading: string;
  note: string;
  deadline: string;
  without?: string[] | undefined;
  'app-url'?: string | undefined;
  only?: string | undefined;
  'save-paper': boolean;
  'both-sides': boolean;
  siblings: boolean;
  large: boolean;
  'for-whom'?: string[] | undefined;
  if?: string[] | undefined;
  done?: string | undefined;
}

/** Stands for the list where none is needed: a poster and a checklist are the same for everyone. */
export const NO_LIST: Roster = { columns: [], rows: [] };

/** @throws UsageError for a layout that is not there */
function layoutOf({ layout }: MemoValues): MemoLayout {
  const found = MEMO_LAYOUTS.find((name) => name === layout);
  if (found) return found;
  throw new UsageError(`Вида «${layout}» нет. Есть: ${MEMO_LAYOUTS.join(', ')}.`);
}

/** Whether these words can be printed without a list. */
export function needsNoList(values: MemoValues): boolean {
  return isForEveryone(layoutOf(values)) && values.guide !== undefined;
}

/**
 * The memo that these words ask for, for the families of this list.
 * @throws UsageError for words that ask for something that is not there
 */
export function memoRequest(values: MemoValues, roster: Roster): MemoRequest {
  const layout = layoutOf(values);
  const { region, guide } = chooseGuide(values.guide, roster);
  const appUrl = values['app-url'] ?? library.site?.address;
  return {
    layout,
    guide,
    region,
    usesInviteCodes: usesInviteCodes(guide),
    families: withForWhom(
      familiesOf(onlyRows(roster, values.only), { siblingsTogether: values.siblings }),
      readForWhom(values['for-whom'] ?? []),
    ),
    school: values.school || (library.site?.name ?? ''),
    heading: values.heading,
    note: values.note,
    deadline: values.deadline,
    contacts: withoutContacts(region.memoContacts, values.without ?? []),
    large: values.large,
    savesPaper: values['save-paper'],
    bothSides: values['both-sides'],
    situation: readSituation(values.if ?? []),
    ...(values.done !== undefined && { done: readDone(guide, values.done) }),
    ...(appUrl !== undefined && { appUrl: checkedUrl(appUrl) }),
  };
}

/**
 * The same words with the guide that fits the whole list: a class of it that has no codes yet gets
 * the memo of the others.
 */
export function withGuideFor(values: MemoValues, roster: Roster): MemoValues {
  const { region, guide } = chooseGuide(values.guide, roster);
  return { ...values, guide: `${region.id}/${guide.slug}` };
}

function checkedUrl(url: string): string {
  try {
    return checkedAppUrl(url);
  } catch (error) {
    throw error instanceof MemoError ? new UsageError(error.message) : error;
  }
}

function chooseGuide(name: string | undefined, roster: Roster): MemoGuide {
  if (name === undefined) {
    const fitting = memoGuideFor(library, hasInviteCodes(roster));
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
