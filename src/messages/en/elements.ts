/** What a guide's elements say, in English. */

export const allGuides = 'All guides';
export const addChildren = 'Add your children';
export const stepsDone = 'Steps done';
export const progress = '{done} of {total}';
export const canUndo = 'You can undo this';
export const undo = 'Undo';
export const ticksAreNotKept = 'Ticks are not kept.';
export const finished = 'Done!';
export const next = 'Next:';
export const wasLast = 'This was the last guide.';
export const share = 'Share';
export const print = 'Print';
export const printTicked = 'Print with ticks';
export const printBlank = 'Print blank';

export const addressCopied = 'The address of the guide is copied.';
export const addressIs = 'The address of the guide: {url}';

export const showMine = 'Show only what concerns me';
export const showAll = 'Show everything';
export const noConnection = 'No connection. Try again later.';
export const forYou = 'For you: {answers}';
export const answerNotKept = 'The answer holds while this page is open: it could not be kept.';

export const askRole = 'Who are you?';
export const roleParent = 'Parent';
export const rolePupil = 'Pupil';
export const roleTeacher = 'Class teacher';
export const roleStaff = 'School staff';
export const askAge = 'How old is the child?';
export const ageUnder14 = 'Under 14';
export const ageFrom14 = '14 or older';
export const askDevice = 'Which device do you have?';
export const deviceAndroid = 'Android phone';
export const deviceWindows = 'Windows computer';
export const deviceOther = 'iPhone or another one';
export const askAccess = 'How do you get into the diary?';
export const accessCode = 'I was given an invite code';
export const accessSnils = 'My СНИЛС is in the child’s card';
export const askCitizenship = 'Citizenship of the parent';
export const citizenshipRussia = 'Russia';
export const citizenshipOther = 'Another one';
export const askAccount = 'Gosuslugi account';
export const accountNone = 'None yet';
export const accountSimple = 'Simplified (упрощённая)';
export const accountStandard = 'Standard (стандартная)';
export const accountConfirmed = 'Confirmed (подтверждённая)';

export const storageUnavailable =
  'Ticks and answers are not kept here: the browser does not let this site keep data. Allow it in the settings or print the guide.';
export const tickFailed =
  'The last tick was not kept. Free some space on the device, close other windows of Памятка and tick the step again.';
export const recordsMissing =
  'Some of your records are gone: the browser has removed the data of this site. Tick what you have done and enter what is missing again.';
export const understood = 'OK';

export const child = 'Child';
export const children = 'Children: {names}. ';
export const change = 'Change';
export const codeFromMemo = 'Code from the memo';
export const copyCode = 'Copy the code';
export const copied = 'Copied';
export const codeSelected = 'The code is selected: copy it';

export const readyOffline = '✓ Ready to work without internet';
export const updatedElsewhere = 'Памятка was updated in another window.';
export const openAnew = 'Reload';
export const newVersion = 'There is a new version of Памятка. Your ticks are kept.';
export const update = 'Update';
export const later = 'Later';

export const offerInstall =
  'Add Памятка to the home screen: it opens with one tap and without internet.';
export const install = 'Add';
export const doNotInstall = 'No, thanks';
export const doNotShow = 'Do not show again';
export const installed = 'Done: the icon of Памятка is on the screen.';
export const installOnApple =
  'To have Памятка at hand and keep your ticks, tap {share} “Share”, then {add} “Add to Home Screen”.';
export const installOnAndroid =
  'To have Памятка at hand, tap {menu}, then “Install” or “Add to Home screen”.';
