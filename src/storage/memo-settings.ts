import { withDatabase } from './database';

/** What a teacher chose for memos: words for everyone, nothing of a list. */
export interface MemoSettings {
  /** Name of a layout, or `thrifty`; the page knows which there are. */
  layout: string;
  school: string;
  heading: string;
  note: string;
  /** ISO date; '' for none. */
  deadline: string;
  /** Absent: the address of this very site. */
  appUrl?: string;
  /** Ids of the contacts left out. */
  leftOut: string[];
  large: boolean;
  bothSides: boolean;
  siblings: boolean;
}

export const DEFAULT_MEMO_SETTINGS: Readonly<MemoSettings> = {
  layout: 'page',
  school: '',
  heading: '',
  note: '',
  deadline: '',
  leftOut: [],
  large: false,
  bothSides: false,
  siblings: false,
};

/** Where they stand among the settings. */
export const MEMO_SETTINGS_KEY = 'memo';

/** The choices kept on this device; the usual ones where none are or they cannot be read. */
export async function loadMemoSettings(): Promise<MemoSettings> {
  try {
    return parse(await withDatabase((database) => database.get('settings', MEMO_SETTINGS_KEY)));
  } catch {
    // Settings only spare typing: a page that cannot read them starts from the usual ones.
    return { ...DEFAULT_MEMO_SETTINGS };
  }
}

/** @throws StorageError */
export async function saveMemoSettings(settings: MemoSettings): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('settings', 'readwrite');
    await Promise.all([transaction.store.put(settings, MEMO_SETTINGS_KEY), transaction.done]);
  });
}

/** Each value on its own: one that is damaged does not take the others with it. */
function parse(value: unknown): MemoSettings {
  const kept: Partial<Record<keyof MemoSettings, unknown>> =
    typeof value === 'object' && value !== null ? value : {};
  const text = (name: 'layout' | 'school' | 'heading' | 'note' | 'deadline'): string => {
    const one = kept[name];
    return typeof one === 'string' ? one : DEFAULT_MEMO_SETTINGS[name];
  };
  const { appUrl, leftOut } = kept;
  return {
    layout: text('layout'),
    school: text('school'),
    heading: text('heading'),
    note: text('note'),
    deadline: /^\d{4}-\d\d-\d\d$/.test(text('deadline')) ? text('deadline') : '',
    ...(typeof appUrl === 'string' && { appUrl }),
    leftOut: Array.isArray(leftOut) ? leftOut.filter((id) => typeof id === 'string') : [],
    large: kept.large === true,
    bothSides: kept.bothSides === true,
    siblings: kept.siblings === true,
  };
}
