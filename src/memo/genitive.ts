import { getFirstnameGender, inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich';
import { Remembered } from './remembered';

type Gender = 'male' | 'female';

const WORD = /^[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*$/u;
const CAPITALS = /^[А-ЯЁ]+(?:-[А-ЯЁ]+)*$/u;

/** Surnames whose gender and declension their ending tells. */
const ORDINARY: Record<Gender, RegExp> = {
  male: /(?:[оеё]в|[иы]н|[сц]к[ио]й|[^ц][ыо]й)$/u,
  female: /(?:[оеё]ва|[иы]на|[сц]кая|[^аеёиоуыэюя]ая)$/u,
};
/** Седых, Кожемяко, Чавчавадзе, Лю: the same in every case, whoever bears them. */
const UNCHANGING = /(?:[ыи]х|[оеиуыэюё])$/u;
/** Of a man: Ткач, Цой, Ким. Those that lose a vowel (Заяц, Соловей) or end in «ь» are not certain. */
const REGULAR = /[бвгджзйклмнпрстфхцчшщ]$/u;
const UNCERTAIN = /(?:ец|яц|[оеё]к|[её]л|ей)$/u;
const CONSONANT = /[бвгджзйклмнпрстфхцчшщь]$/u;

const PATRONYMIC: Record<Gender, RegExp> = { male: /ич$/u, female: /(?:вна|чна|шна)$/u };

/**
 * A child's name as it stands after «для»: «Иванова Артёма Сергеевича» of «Иванов Артём Сергеевич».
 * Undefined where the rules are not certain of every word — a wrong ending in one's own name hurts
 * more than none: foreign names, «оглы», double surnames of two kinds, names in another order.
 * @param name surname, first name and perhaps patronymic, as a class list has them
 */
export function genitiveOf(name: string): string | undefined {
  const words = name.normalize('NFC').trim().split(/\s+/u);
  if (words.length < 2 || words.length > 3) return undefined;
  if (words.every((word) => CAPITALS.test(word))) {
    return genitiveOf(words.map(capitalized).join(' '))?.toUpperCase();
  }
  if (!words.every((word) => WORD.test(word))) return undefined;
  const [surname = '', first = '', patronymic] = words;
  const gender = genderOf(first, patronymic);
  if (gender === undefined) return undefined;
  const declined = [
    surnameOf(surname, gender),
    firstNameOf(first, gender),
    ...(patronymic === undefined ? [] : [inclineMiddlename(patronymic, 'genitive', gender)]),
  ];
  return declined.includes(undefined) ? undefined : declined.join(' ');
}

function capitalized(word: string): string {
  return word
    .split('-')
    .map((part) => part.charAt(0) + part.slice(1).toLowerCase())
    .join('-');
}

/** The library looks through all names it knows. */
const firstNameGenders = new Remembered<string>();

/** A first name that speaks against the patronymic is one that the rules do not know. */
function genderOf(first: string, patronymic: string | undefined): Gender | undefined {
  const known = firstNameGenders.get(first, () => getFirstnameGender(first) || 'unknown');
  const byName = known === 'male' || known === 'female' ? known : undefined;
  if (patronymic === undefined) return byName;
  const byPatronymic = genders().find((gender) => PATRONYMIC[gender].test(patronymic));
  return byName === undefined || byName === byPatronymic ? byPatronymic : undefined;
}

function genders(): Gender[] {
  return ['male', 'female'];
}

function surnameOf(surname: string, gender: Gender): string | undefined {
  const parts = surname.split('-');
  if (parts.every((part) => ORDINARY[gender].test(part))) {
    return parts.map((part) => inclineLastname(part, 'genitive', gender)).join('-');
  }
  if (parts.length > 1) return undefined;
  if (genders().some((other) => other !== gender && ORDINARY[other].test(surname))) {
    // «Гусева Никита»: one of the two is a mistake. «Цой» ends as a man's surname and is anyone's.
    if (gender === 'male' || /[вн]$/u.test(surname)) return undefined;
  }
  if (UNCHANGING.test(surname)) return surname;
  if (gender === 'female') return CONSONANT.test(surname) ? surname : undefined;
  if (!REGULAR.test(surname) || UNCERTAIN.test(surname)) return undefined;
  return inclineLastname(surname, 'genitive', gender);
}

function firstNameOf(first: string, gender: Gender): string | undefined {
  const isFeminine = /[ая]$/u.test(first) || first === 'Любовь';
  if (gender === 'female' && !isFeminine && !/[иоэу]$/u.test(first)) return undefined;
  if (/[иоэу]$/u.test(first)) return first;
  // The rules write «Сашы» where Russian never has «ы».
  return inclineFirstname(first, 'genitive', gender).replace(/([гкхжчшщ])ы$/u, '$1и');
}
