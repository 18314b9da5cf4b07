import * as v from 'valibot';
import type { Contact, Problem, Region } from './guide';
import { lineOf, problemAt, readYaml } from './yaml';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));

const wordsFile = v.strictObject({
  title: v.optional(text),
  contacts: v.optional(
    v.record(
      text,
      v.strictObject({
        name: text,
        serves: text,
        'phone-note': v.optional(text),
        steps: v.optional(v.array(text), []),
      }),
    ),
    {},
  ),
});

/** What a translation says of a region and its contacts: never a number, an address or a mailbox. */
export type RegionWords = v.InferOutput<typeof wordsFile>;

/**
 * Reads `common/contacts.tg.yaml` or `<region>/region.tg.yaml`.
 * @param contacts those that the words can be of
 */
export function readRegionWords(
  source: string,
  file: string,
  contacts: readonly Contact[],
): { words: RegionWords | undefined; problems: Problem[] } {
  const { output, problems } = readYaml(wordsFile, source, file);
  for (const [id, { steps }] of Object.entries(output?.contacts ?? {})) {
    const contact = contacts.find((known) => known.id === id);
    const line = lineOf(source, `${id}:`);
    if (!contact) problems.push(problemAt(file, line, `Неизвестный контакт «${id}».`));
    else if (steps.length !== contact.steps.length) {
      problems.push(
        problemAt(
          file,
          line,
          `У контакта «${id}» шагов ${String(steps.length)}, а по-русски — ${String(contact.steps.length)}.`,
        ),
      );
    }
  }
  return { words: output, problems };
}

/** The region in another language; what has no words in it stays Russian and is marked so. */
export function translateRegion(region: Region, words: readonly RegionWords[]): Region {
  const translate = (contact: Contact): Contact => {
    const found = words
      .map(({ contacts }) => new Map(Object.entries(contacts)).get(contact.id))
      .find(Boolean);
    if (!found) return { ...contact, isOriginal: true };
    const { name, serves, steps, 'phone-note': phoneNote } = found;
    const { phoneNote: russianNote, ...rest } = contact;
    const note = phoneNote ?? russianNote;
    return { ...rest, name, serves, steps, ...(note !== undefined && { phoneNote: note }) };
  };
  return {
    ...region,
    title: words.find(({ title }) => title !== undefined)?.title ?? region.title,
    contacts: region.contacts.map(translate),
    memoContacts: region.memoContacts.map(translate),
  };
}
