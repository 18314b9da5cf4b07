import * as v from 'valibot';
import {
  REQUEST_FIELDS,
  type Contact,
  type Problem,
  type Region,
  type Role,
  type SupportRequest,
} from './guide';
import { lineOf, problemAt, readYaml } from './yaml';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const role = v.picklist(['parent', 'pupil', 'teacher', 'staff']);

/** A contact as region files and `site.yaml` have it. */
export const contactSchema = v.strictObject({
  id: text,
  name: text,
  serves: text,
  audience: v.pipe(v.array(role), v.minLength(1)),
  phone: v.optional(text),
  'phone-note': v.optional(text),
  email: v.optional(v.pipe(v.string(), v.email())),
  site: v.optional(v.pipe(v.string(), v.startsWith('https://'), v.url())),
  steps: v.optional(v.array(text), []),
});

const sites = v.optional(v.array(v.pipe(v.string(), v.startsWith('https://'), v.url())), []);

const sharedFile = v.strictObject({ contacts: v.array(contactSchema), sites });

const steps = v.pipe(v.array(text), v.minLength(1));

const request = v.strictObject({
  demanded: v.pipe(v.array(v.picklist(REQUEST_FIELDS)), v.includes('description')),
  contacts: v.pipe(v.array(text), v.minLength(1)),
  entrances: v.optional(v.strictObject({ family: steps, staff: steps })),
});

const regionFile = v.strictObject({
  title: text,
  where: text,
  route: v.strictObject({
    parent: v.pipe(v.array(text), v.minLength(1)),
    pupil: v.optional(v.array(text)),
    teacher: v.optional(v.array(text)),
    staff: v.optional(v.array(text)),
  }),
  memo: text,
  help: v.optional(text),
  contacts: v.array(text),
  'memo-contacts': v.array(text),
  'own-contacts': v.optional(v.array(contactSchema), []),
  request: v.optional(request),
  sites,
});

const additionFile = v.strictObject({
  route: v.optional(
    v.strictObject({
      parent: v.optional(v.array(text)),
      pupil: v.optional(v.array(text)),
      teacher: v.optional(v.array(text)),
      staff: v.optional(v.array(text)),
    }),
  ),
  sites,
});

/** Contacts and addresses that every region may use: `guides/common/contacts.yaml`. */
export interface Shared {
  contacts: Contact[];
  sites: string[];
}

/** Reads `common/contacts.yaml`; undefined, with problems, when it cannot be used. */
export function readShared(
  source: string,
  file: string,
): { shared: Shared | undefined; problems: Problem[] } {
  const { output, problems } = readYaml(sharedFile, source, file);
  return {
    shared: output && { contacts: output.contacts.map(toContact), sites: output.sites },
    problems,
  };
}

/** Reads `<region>/region.yaml`; undefined, with problems, when it cannot be used. */
export function readRegion(
  source: string,
  file: string,
  shared: Shared,
): { region: Region | undefined; problems: Problem[] } {
  const { output, problems } = readYaml(regionFile, source, file);
  if (!output) return { region: undefined, problems };

  const id = file.split('/')[0] ?? '';
  const known = new Map(
    [...shared.contacts, ...output['own-contacts'].map(toContact)].map((item) => [item.id, item]),
  );
  for (const { id: own } of output['own-contacts']) {
    if (shared.contacts.some((contact) => contact.id === own)) {
      problems.push(
        problemAt(
          file,
          lineOf(source, own),
          `Контакт «${own}» уже есть в общих. Дайте своему другое имя (id).`,
        ),
      );
    }
  }
  const choose = (ids: string[]): Contact[] =>
    ids.flatMap((contactId) => {
      const found = known.get(contactId);
      if (!found) {
        problems.push(
          problemAt(file, lineOf(source, contactId), `Неизвестный контакт «${contactId}».`),
        );
      }
      return found ?? [];
    });
  const toRequest = ({
    demanded,
    contacts,
    entrances,
  }: v.InferOutput<typeof request>): SupportRequest => ({
    demanded,
    contacts: choose(contacts),
    ...(entrances && { entrances }),
  });
  const guideId = (name: string): string => (name.includes('/') ? name : `${id}/${name}`);

  const region: Region = {
    id,
    title: output.title,
    where: output.where,
    route: Object.fromEntries(
      Object.entries(output.route).map(([key, names]) => [key as Role, (names ?? []).map(guideId)]),
    ),
    memo: guideId(output.memo),
    ...(output.help !== undefined && { help: guideId(output.help) }),
    contacts: choose(output.contacts),
    memoContacts: choose(output['memo-contacts']),
    ...(output.request && { request: toRequest(output.request) }),
    sites: [...shared.sites, ...output.sites],
  };
  return { region, problems };
}

/**
 * Adds a school's guides and addresses to a region that is there already, from `<region>/school.yaml`;
 * what the region has stays as it is.
 */
export function addToRegion(
  region: Region,
  source: string,
  file: string,
): { region: Region; problems: Problem[] } {
  const { output, problems } = readYaml(additionFile, source, file);
  if (!output) return { region, problems };
  const route = { ...region.route };
  for (const [role, names] of Object.entries(output.route ?? {})) {
    const added = (names ?? []).map((name) => (name.includes('/') ? name : `${region.id}/${name}`));
    route[role as Role] = [...new Set([...(route[role as Role] ?? []), ...added])];
  }
  return { region: { ...region, route, sites: [...region.sites, ...output.sites] }, problems };
}

/** A contact as pages and memos take it. */
export function toContact({
  'phone-note': note,
  phone,
  email,
  site,
  ...rest
}: v.InferOutput<typeof contactSchema>): Contact {
  return {
    ...rest,
    ...(phone !== undefined && { phone }),
    ...(note !== undefined && { phoneNote: note }),
    ...(email !== undefined && { email }),
    ...(site !== undefined && { site }),
  };
}
