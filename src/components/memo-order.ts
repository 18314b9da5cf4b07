import library from 'virtual:library';
import { usesInviteCodes, type MemoGuide } from '../guide';
import { familiesOf, isForEveryone, withForWhom, type MemoRequest } from '../memo';
import * as words from '../messages/ru/memo';
import type { ForWhom, Roster } from '../roster';
import type { MemoSettings } from '../storage/memo-settings';
import { loadTicks } from '../storage/progress';
import type { ChecklistOptions } from './checklist-options';
import { layoutChoice } from './memo-options';
import { ownAddress } from './own-address';

/** All that a teacher's memos are made of. */
interface MemoOrder {
  roster: Roster;
  choice: MemoGuide;
  settings: MemoSettings;
  checklist: ChecklistOptions;
  forWhom: ForWhom;
}

/** The memos that were ordered, with the ticks of this device where a checklist wants them. */
export async function requestOf(order: MemoOrder): Promise<MemoRequest> {
  const { region, guide } = order.choice;
  const { large, bothSides, siblings, leftOut, ...texts } = order.settings;
  const choice = layoutChoice(texts.layout);
  const layout = choice === 'thrifty' ? 'page' : choice;
  const appUrl = (texts.appUrl ?? ownAddress()).trim();
  const families = familiesOf(order.roster, {
    siblingsTogether: siblings && (layout === 'page' || layout === 'half'),
  });
  return {
    layout,
    guide,
    region,
    usesInviteCodes: usesInviteCodes(guide),
    families: isForEveryone(layout) ? [] : withForWhom(families, order.forWhom),
    school: texts.school.trim() || (library.site?.name ?? ''),
    heading: texts.heading.trim(),
    note: texts.note.trim(),
    deadline: untilDay(texts.deadline),
    contacts: region.memoContacts.filter(({ id }) => !leftOut.includes(id)),
    large: large && layout !== 'half',
    bothSides: bothSides && !isForEveryone(layout),
    savesPaper: choice === 'thrifty',
    ...(layout === 'checklist' && (await checklistOf(guide.id, order.checklist))),
    ...(appUrl !== '' && { appUrl }),
  };
}

async function checklistOf(
  guide: string,
  { situation, withTicks }: ChecklistOptions,
): Promise<Pick<MemoRequest, 'situation' | 'done'>> {
  if (!withTicks) return { situation };
  const ticks = await loadTicks(guide).catch(() => []);
  return { situation, done: ticks.map(({ step }) => step) };
}

/** «до 1 сентября»; '' for no date. */
function untilDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return '';
  const title = new Date(year, month - 1, day).toLocaleDateString('ru-RU', {
    day: 'numeric',
    month: 'long',
  });
  return words.until(title);
}
