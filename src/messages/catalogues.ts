import * as englishElements from './en/elements';
import * as englishPage from './en/page';
import * as elements from './ru/elements';
import * as page from './ru/page';

/** A catalogue's shape, in any language. */
type Translated<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Translated<T[Key]> };

/** What the build writes around a guide in one language. */
export type Messages = Translated<typeof page>;

/** A language's words; one that is missing is an error of types. */
interface Catalogue {
  page: Messages;
  elements: Translated<typeof elements>;
}

const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  ru: { page, elements },
  en: { page: englishPage, elements: englishElements },
};

/** Languages that have a catalogue: codes of ISO 639, each the name of a folder. */
export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES);

/** What the build writes in a language; in Russian where there is no catalogue. */
export function messagesOf(language: string): Messages {
  return CATALOGUES[language]?.page ?? page;
}
