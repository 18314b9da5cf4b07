import type { Contact, Guide, Region, Situation } from '../guide/guide';

/**
 * `page` is an A4 sheet for each family, `half` two families on a sheet, `slips` eight, `poster` one
 * sheet for the class without names or codes, `form` what a family hands over to the teacher,
 * `checklist` a whole guide to tick by hand.
 */
export const MEMO_LAYOUTS = ['page', 'half', 'slips', 'poster', 'form', 'checklist'] as const;

export type MemoLayout = (typeof MEMO_LAYOUTS)[number];

/** Needs no family: the same sheet for everyone. */
export function isForEveryone(layout: MemoLayout): boolean {
  return layout === 'poster' || layout === 'checklist';
}

export interface MemoFamily {
  /** Line of the class list, for warnings. */
  line: number;
  className: string;
  childName: string;
  parentName: string;
  /** Exactly as the list has it; '' when there is none. */
  inviteCode: string;
  /** `snils`: no code, and none is needed; `unknown`: the memo says where to get a code. */
  access: 'code' | 'snils' | 'unknown';
  /**
   * The child's name after «для», as the teacher wrote it; '' leaves it out. Absent: declined by
   * rules, or left out where they are not certain.
   */
  forWhom?: string;
  /** Brothers and sisters whose memo is on the same sheet, where the layout has room for it. */
  siblings?: MemoFamily[];
}

/** The family and its siblings, each as a family of one. */
export function membersOf(family: MemoFamily): MemoFamily[] {
  const { siblings = [], ...first } = family;
  return [first, ...siblings];
}

export interface MemoRequest {
  layout: MemoLayout;
  guide: Guide;
  region: Region;
  families: MemoFamily[];
  /** Whether this system is joined with a code: then the memo has a block and steps for it. */
  usesInviteCodes: boolean;
  school: string;
  /** The app's own https address; without it the QR opens the guide's official site. */
  appUrl?: string;
  heading?: string;
  note?: string;
  contacts: Contact[];
  /** As the teacher wrote it: «до 1 сентября». */
  deadline?: string;
  /** Type for weak eyes: steps from 16 points. Two memos on a sheet have no room for it. */
  large?: boolean;
  /** Takes the densest layout that stays readable in the place of `layout`. */
  savesPaper?: boolean;
  /** The sheets will be printed on both sides: nobody's code may stand on the back of another's. */
  bothSides?: boolean;
  /** Of a checklist: what is known of its reader; steps for others are left out. */
  situation?: Situation;
  /** Of a checklist: ids of the steps that are ticked. */
  done?: readonly string[];
}

/** Something the teacher should know of; the memo is made all the same. */
export interface MemoWarning {
  line?: number;
  /** Russian: whose memo, what is wrong, what was done. */
  message: string;
}

/** Takes a warning; the same words are told once. */
export type Warn = (warning: MemoWarning) => void;

/** A request that no memo can be made from, with a Russian message saying what to do. */
export class MemoError extends Error {
  override name = 'MemoError';
}
