/**
 * A compiled guide: plain data, safe to serialise as JSON.
 * The pages, the memo, the command line and the tests all read this and nothing else.
 */
export interface Guide {
  /** Where the file lies, without the extension: `krasnoyarsk/kiasuo`, `common/gosuslugi`. Progress is kept under it. */
  id: string;
  /** The last part of the address and of the id: `kiasuo`. */
  slug: string;
  title: string;
  /** Heading of the families' memo, which carries only some of the steps; else the title. */
  memoTitle?: string;
  /** The digital service, as people call it: «КИАСУО». */
  system: string;
  /** Folder of the guide: a region, or `common`. */
  region: string;
  audience: Role[];
  /** The official site; undefined where there is none. */
  site?: string;
  /** How long a family needs, in minutes. */
  minutes?: number;
  source: string;
  /** ISO date on which a person last compared the guide with the service. */
  verified: string;
  status: GuideStatus;
  /** `steps` is a checklist; `troubleshooting` leads from a symptom to its mending. */
  kind: GuideKind;
  /** Ids of guides (`krasnoyarsk/kiasuo`) or steps (`krasnoyarsk/kiasuo#sign-in`) to do before this one. */
  needs: string[];
  /** What stands before the first section. */
  lead: Block[];
  sections: Section[];
}

export type GuideStatus = 'current' | 'changed' | 'archived';
export type GuideKind = 'steps' | 'troubleshooting';
export type Role = 'parent' | 'pupil' | 'teacher' | 'staff';

export interface Section {
  /** Permanent, unique in the guide, the heading's anchor. */
  id: string;
  title: Inline[];
  when?: Condition;
  /** Done once for each child. */
  perChild: boolean;
  /** Printed in the short memo. A guide without any mark is printed whole. */
  inMemo: boolean;
  needs: string[];
  blocks: Block[];
  line: number;
  /** In a translation: it is not translated. */
  isOriginal?: true;
}

export interface Step {
  /** Permanent and unique in the guide; the `id` of the checkbox. */
  id: string;
  /** Earlier ids of the same step, whose ticks count for it. */
  aliases: string[];
  /** The first paragraph: what to do. */
  action: Inline[];
  /** What stands under it. */
  detail: Block[];
  when?: Condition;
  perChild: boolean;
  /** Own mark, or that of the section. */
  inMemo: boolean;
  needs: string[];
  /** The family's invite code is wanted here: a page that knows it shows it. */
  needsCode: boolean;
  line: number;
  /** In a translation: it is not translated. */
  isOriginal?: true;
}

export type NoteKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

export type Block =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'list'; ordered: boolean; items: Block[][] }
  | { type: 'steps'; steps: Step[] }
  | { type: 'note'; kind: NoteKind; blocks: Block[]; when?: Condition }
  | { type: 'picture'; source: string; alternative: string }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { type: 'heading'; content: Inline[] };

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong'; content: Inline[] }
  | { type: 'emphasis'; content: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; content: Inline[] }
  /** A way through menus, written «☰ → Профиль → Приглашения»: each part stays whole on a line. */
  | { type: 'trail'; parts: string[] }
  | { type: 'break' };

/** Facts about the reader that conditions ask for, with the values they can have. */
export const CONDITION_VALUES = {
  role: ['parent', 'pupil', 'teacher', 'staff'],
  age: ['under14', 'from14'],
  device: ['android', 'windows', 'other'],
  access: ['code', 'snils'],
  citizenship: ['russia', 'other'],
  account: ['none', 'simple', 'standard', 'confirmed'],
  /** Open: any folder of `guides/` that has a `region.yaml`. */
  region: [],
} as const satisfies Record<string, readonly string[]>;

export type Fact = keyof typeof CONDITION_VALUES;

/** What is known of the reader. A fact that is absent is unknown, and hides nothing. */
export type Situation = Partial<Record<Fact, string>>;

/** All terms must hold; a term holds when the fact has one of the values. */
export type Condition = ConditionTerm[];
export interface ConditionTerm {
  fact: Fact;
  values: string[];
}

export type Severity = 'error' | 'warning';

/** Something wrong with a guide, for its author: `line` counts from 1 in the file. */
export interface Problem {
  file: string;
  line: number;
  severity: Severity;
  /** Russian: what is wrong and what to do. */
  message: string;
}

export interface Contact {
  id: string;
  /** Whose it is: «Поддержка „Моей школы“». */
  name: string;
  /** What it serves, in words for parents. */
  serves: string;
  audience: Role[];
  phone?: string;
  phoneNote?: string;
  email?: string;
  site?: string;
  steps: string[];
  /** In a translation: it is not translated. */
  isOriginal?: true;
}

/** What a request to support has to tell. */
export const REQUEST_FIELDS = [
  'description',
  'name',
  'school',
  'municipality',
  'class',
  'contacts',
] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];

/** A request to support: what must be in it, and the ways it can go. */
export interface SupportRequest {
  /** Fields without which it is not taken; the others may stay empty. */
  demanded: RequestField[];
  /** Where it is written to, the usual place first. */
  contacts: Contact[];
  /** How to get in at the first contact's site, where families and the school's staff have doors of their own. */
  entrances?: { family: string[]; staff: string[] };
}

/** A region: its route and contacts, from `guides/<region>/region.yaml`. */
export interface Region {
  id: string;
  title: string;
  /** Locative, for sentences: «в Красноярском крае». */
  where: string;
  /** Guide ids in working order, for each role that has a route. */
  route: Partial<Record<Role, string[]>>;
  /** Id of the guide whose steps the families' memo carries, and of the troubleshooting guide. */
  memo: string;
  help?: string;
  contacts: Contact[];
  /** Contacts of the memo, in order. */
  memoContacts: Contact[];
  /** Where a written request goes; absent where the region's documents name no such place. */
  request?: SupportRequest;
  /** Addresses that guides may link to: exact, or a prefix when it ends in `/`. */
  sites: string[];
}

/** All guides and regions of a build. */
export interface Library {
  regions: Region[];
  guides: Guide[];
  /** Absent where nobody has made the product their own. */
  site?: Site;
}

/** What there is of a library in another language. */
export interface Translation {
  /** Code of ISO 639: `tg`. */
  language: string;
  /** All regions; what is not translated of their words stays Russian. */
  regions: Region[];
  guides: TranslatedGuide[];
}

/** A guide in another language: its steps, marks and facts are the original's, and so are its ticks. */
export interface TranslatedGuide extends Guide {
  /** ISO date of the original's verification that the translator has seen. */
  translates: string;
}

/** What a school or an authority sets of its own, from `site.yaml`. */
export interface Site {
  /** As it stands at the head of each page and on memos: «МАОУ СОШ № 4». */
  name: string;
  /** Where the site is published, with its slash: memos' QR lead there. */
  address?: string;
  /** Words of the home page. */
  welcome?: string;
  /** `#rrggbb`, dark enough for letters on paper. */
  accent?: string;
  /** Name of the file beside `site.yaml`. */
  logo?: string;
  /** Stand in every region, after its own. */
  contacts: Contact[];
  /** The regions that this site has; absent: all of them. */
  regions?: string[];
}
