/**
 * What the build writes into a page around a guide, in English. Names that stand on Russian screens
 * stay Russian.
 */

export { addChildren, allGuides } from './elements';

export const appName = 'Памятка';
export const skipToContent = 'Skip to content';
export const mainNavigation = 'Main';
export const help = 'Help';
export const helpAndContacts = 'Help and contacts';
export const forTeacher = 'For class teachers';
export const aboutApp = 'About Памятка';
export const languages = 'Language';

export const aboutMinutes = (minutes: number): string =>
  `about ${String(minutes)} ${new Intl.PluralRules('en').select(minutes) === 'one' ? 'minute' : 'minutes'}`;
export const guideTitle = (title: string, region: string): string =>
  `${title} · ${region} · Памятка`;
export const guideDescription = (title: string, region: string): string =>
  `${title}: a step-by-step guide, ${region}. Opens without internet.`;
export const withoutScripts =
  'You can tick the boxes, but without JavaScript the ticks are lost when you close the page. It is better to print the guide.';
export const scriptsMissing =
  'The guide did not load completely: the connection was lost or the browser is too old. The steps and the boxes are here, but there are no hints and it does not work offline yet.';
export const ticksNotKept =
  'The browser does not let this site keep data: this tick will be lost when you close the page.';
export const toFirstStep = 'Go to the first step ↓';
export const whomToCall = 'Whom to call and write to';
export const reach = 'Contact';
export const contacts = 'Contacts';
export const source = 'Source';
export const verified = 'Checked on';
export const isArchived = 'the service is closed, the guide is kept for reference.';
export const hasChanged =
  'the service has changed since then, see the note that begins with “Changed”.';

export const helpDescription = (title: string, region: string): string =>
  `${title}: the problem, its cause, who can fix it and what to do. ${region}.`;
export const findSymptom =
  'Find what you see. Under each problem there is its cause and what to do.';
export const nothingFits = 'Nothing fits?';
export const writeRequest = 'Write to support';
export const iAmParent = 'I am a parent';
export const iWorkAtSchool = 'I work at a school';
export const forEverybody = 'For everybody';

export const noteTitles = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Careful',
  caution: 'Do not do this',
};
export const first = 'First:';
export const eachChild = 'Separately for each child';
export const didNotHelp = 'Did not help? Write to support';
export const details = 'Details';
export const pictureOf = (alternative: string): string => `Picture: ${alternative}`;

export const isPartlyTranslated = 'Some steps are not translated yet: they are in Russian.';
export const isOlderThanGuide =
  'The Russian guide has been checked again since this translation was made: compare the two.';

export const clauses = {
  role: {
    subject: 'you are ',
    values: {
      parent: 'a parent',
      pupil: 'a pupil',
      teacher: 'a class teacher',
      staff: 'a member of the school’s staff',
    },
  },
  age: {
    subject: 'the pupil is ',
    values: { under14: 'under 14', from14: '14 or older' },
  },
  device: {
    subject: 'you have ',
    values: {
      android: 'an Android phone',
      windows: 'a Windows computer',
      other: 'an iPhone or another device',
    },
  },
  access: {
    subject: '',
    values: {
      code: 'you add the child with a code',
      snils: 'the parent’s СНИЛС is in the child’s card already',
    },
  },
  citizenship: {
    subject: 'the parent ',
    values: { russia: 'has Russian citizenship', other: 'does not have Russian citizenship' },
  },
  account: {
    subject: 'the account is ',
    values: {
      none: 'not created yet',
      simple: 'a simplified one (упрощённая)',
      standard: 'a standard one (стандартная)',
      confirmed: 'a confirmed one (подтверждённая)',
    },
  },
};
export const youOfAge = 'you are ';
export const or = ' or ';
export const ifAll = (clauses: readonly string[]): string => `If ${clauses.join(' and ')}`;
