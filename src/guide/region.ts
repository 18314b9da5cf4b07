import { load } from 'js-yaml';
import * as v from 'valibot';
import {
  REQUEST_FIELDS,
  type Contact,
  type Problem,
  type Region,
  type Role,
  type SupportRequest,
} from './guide';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const role = v.picklist(['parent', 'pupil', 'teacher', 'staff']);

const contact = v.strictObject({
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

const sharedFile = v.strictObject({ contacts: v.array(contact), sites });

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
  'own-contacts': v.optional(v.array(contact), []),
  request: v.optional(request),
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
  const { output, problems } = read(sharedFile, source, file);
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
  const { output, problems } = read(regionFile, source, file);
  if (!output) return { region: undefined, problems };

  const id = file.split('/')[0] ?? '';
  const known = new Map(
    [...shared.contacts, ...output['own-contacts'].map(toContact)].map((item) => [item.id, item]),
  );
  const choose = (ids: string[]): Contact[] =>
    ids.flatMap((contactId) => {
      const found = known.get(contactId);
      if (!found) {
        problems.push(
          problem(file, lineOf(source, contactId), `Неизвестный контакт «${contactId}».`),
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

function toContact({
  'phone-note': note,
  phone,
  email,
  site,
  ...rest
}: v.InferOutput<typeof contact>): Contact {
  return {
    ...rest,
    ...(phone !== undefined && { phone }),
    ...(note !== undefined && { phoneNote: note }),
    ...(email !== undefined && { email }),
    ...(site !== undefined && { site }),
  };
}

function read<Schema extends v.GenericSchema>(
  schema: Schema,
  source: string,
  file: string,
): { output: v.InferOutput<Schema> | undefined; problems: Problem[] } {
  let data: unknown;
  try {
    data = load(source);
  } catch {
    return {
      output: undefined,
      problems: [problem(file, 1, 'Файл не читается: проверьте отступы, двоеточия и скобки.')],
    };
  }
  const result = v.safeParse(schema, data);
  if (result.success) return { output: result.output, problems: [] };
  return {
    output: undefined,
    problems: result.issues.map((issue) => {
      const path = issue.path?.map((item) => String(item.key)) ?? [];
      const key = path[path.length - 1] ?? '';
      const what =
        issue.expected === 'never'
          ? `Неизвестное поле «${path.join('.')}». Проверьте, нет ли опечатки.`
          : `Поле «${path.join('.')}» отсутствует или заполнено неверно.`;
      return problem(file, lineOf(source, key), what);
    }),
  };
}

function lineOf(source: string, word: string): number {
  const index = source.split('\n').findIndex((line) => word !== '' && line.includes(word));
  return index === -1 ? 1 : index + 1;
}

function problem(file: string, line: number, message: string): Problem {
  return { file, line, severity: 'error', message };
}
