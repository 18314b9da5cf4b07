import * as words from '../messages/ru/memo-sheet';
import type { Bookmark, MemoDocument, MemoPage } from './document';
import { bookOf, type FontBook, type MemoFonts } from './fonts';
import { layOutChecklist } from './layouts/checklist';
import { layOutForms } from './layouts/form';
import { layOutHalves } from './layouts/half';
import { layOutPages } from './layouts/page';
import { layOutPoster } from './layouts/poster';
import { layOutSlips } from './layouts/slips';
import {
  isForEveryone,
  membersOf,
  MemoError,
  type MemoFamily,
  type MemoLayout,
  type MemoRequest,
  type MemoWarning,
  type Warn,
} from './memo';
import { prepareRequest } from './prepare';

/** More sheets in one file are beyond a school computer's memory, and nobody prints them at once. */
const MOST_FAMILIES = 20_000;

/** Pages, and for each family the page where its memo begins. */
export interface LaidOut {
  pages: MemoPage[];
  /** In the order of `request.families`; empty when the layout is not for families. */
  firstPages: number[];
}

/** Answers the sheets; warns of what is not printed whole. */
type LayOut = (request: MemoRequest, book: FontBook, warn: Warn) => LaidOut;

const LAYOUTS: Record<MemoLayout, LayOut> = {
  page: layOutPages,
  half: layOutHalves,
  slips: layOutSlips,
  poster: layOutPoster,
  form: layOutForms,
  checklist: layOutChecklist,
};

/**
 * Gives every letter of a memo its place. The same request gives the same document anywhere.
 * @throws MemoError with a Russian message when there is no family or the app's address is unfit
 */
export function layOutMemo(request: MemoRequest, fonts: MemoFonts): MemoDocument {
  const { length } = request.families.flatMap(membersOf);
  if (length > MOST_FAMILIES) {
    throw new MemoError(words.tooMany(length, MOST_FAMILIES));
  }
  const book = bookOf(fonts);
  const warnings = new Map<string, MemoWarning>();
  const warn: Warn = (warning) => warnings.set(warning.message, warning);
  const prepared = prepareRequest(request, book, warn);
  if (prepared.families.length === 0 && !isForEveryone(prepared.layout)) {
    throw new MemoError(words.nobody);
  }
  const savesPaper = prepared.savesPaper === true && !isForEveryone(prepared.layout);
  if (prepared.large === true && prepared.layout === 'half' && !savesPaper) {
    throw new MemoError(words.largeDoesNotFit);
  }
  const { layout, laidOut, families, told } = savesPaper
    ? densest(prepared, book)
    : laidOutAs(prepared, book);
  for (const warning of told) warn(warning);
  const { pages, firstPages } = laidOut;
  const duplex = prepared.bothSides === true || printsBothSides(pages, firstPages);
  return {
    title: titleOf({ ...prepared, layout }),
    layout,
    duplex: duplex ? 'long-edge' : 'one-sided',
    pages,
    outline: outlineOf(families, firstPages),
    warnings: [...warnings.values()],
  };
}

interface Attempt {
  layout: MemoLayout;
  families: MemoFamily[];
  laidOut: LaidOut;
  /** What is not printed whole. */
  told: MemoWarning[];
}

function laidOutAs(request: MemoRequest, book: FontBook): Attempt {
  const told: MemoWarning[] = [];
  const families = groupedByClass(onSheets(request));
  const laidOut = LAYOUTS[request.layout]({ ...request, families }, book, (warning) => {
    told.push(warning);
  });
  return { layout: request.layout, families, laidOut, told };
}

/** From the densest. */
const DENSITY = ['slips', 'half'] as const;

/** Steps smaller than this are printed when asked for, but not chosen. */
const SMALLEST_READABLE = 8.5;

/** The fewest sheets on which nothing is cut and every family can read its steps. */
function densest(request: MemoRequest, book: FontBook): Attempt {
  for (const layout of DENSITY) {
    if (layout === 'half' && request.large === true) continue;
    // A slip has its steps on the back, or where its own QR leads.
    const hasSteps = request.appUrl !== undefined || request.bothSides === true;
    if (layout === 'slips' && !hasSteps) continue;
    const attempt = laidOutAs({ ...request, layout }, book);
    const { laidOut, families, told } = attempt;
    const sides = request.bothSides === true ? 2 : 1;
    const saves = laidOut.pages.length < families.length * sides;
    if (saves && told.length === 0 && isReadable(laidOut)) return attempt;
  }
  return laidOutAs({ ...request, layout: 'page' }, book);
}

function isReadable({ pages }: LaidOut): boolean {
  const shared = new Set(pages.flatMap(({ layers }) => layers.filter((layer) => layer.shared)));
  return [...shared].every(({ blocks }) =>
    blocks.every(
      ({ tag, marks }) =>
        tag !== 'item' ||
        marks.every((mark) => mark.type !== 'text' || mark.size >= SMALLEST_READABLE),
    ),
  );
}

/** Slips and forms are for one child each. */
function onSheets({ families, layout }: MemoRequest): MemoFamily[] {
  return layout === 'slips' || layout === 'form' ? families.flatMap(membersOf) : families;
}

/** Classes in the order of their first pupil, pupils in the order of the list. */
function groupedByClass(families: readonly MemoFamily[]): MemoFamily[] {
  const classes = new Map<string, MemoFamily[]>();
  for (const family of families) {
    const pupils = classes.get(family.className);
    if (pupils) pupils.push(family);
    else classes.set(family.className, [family]);
  }
  return [...classes.values()].flat();
}

/** One family's memo may go on overleaf; another family's code may not stand there. */
function printsBothSides(pages: readonly MemoPage[], firstPages: readonly number[]): boolean {
  return pages.length > 1 && pages.length >= firstPages.length * 2;
}

const LAYOUT_TITLES: Record<MemoLayout, string> = {
  page: words.titleFamilies,
  half: words.titleTwoOnSheet,
  slips: words.titleCodes,
  poster: words.titlePoster,
  form: words.titleForm,
  checklist: words.checklist,
};

function titleOf({ layout, guide }: MemoRequest): string {
  return `${LAYOUT_TITLES[layout]}: ${guide.title}`;
}

function outlineOf(families: readonly MemoFamily[], firstPages: readonly number[]): Bookmark[] {
  const classes: Bookmark[] = [];
  for (const [index, page] of firstPages.entries()) {
    const family = families[index];
    if (!family) continue;
    const title = family.className === '' ? words.noClass : words.classBookmark(family.className);
    let group = classes[classes.length - 1];
    if (group?.title !== title) {
      group = { title, page, children: [] };
      classes.push(group);
    }
    for (const { childName, line } of membersOf(family)) {
      const name = childName === '' ? words.rowIs(line) : childName;
      group.children.push({ title: name, page, children: [] });
    }
  }
  return classes;
}
