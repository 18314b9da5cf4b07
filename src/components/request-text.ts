import { REQUEST_FIELDS, type RequestField } from '../guide/guide';
import * as words from '../messages/ru/request';

/** Who writes: support lets families and the school's people in by different doors. */
export type Writer = 'family' | 'staff';

/** What has been filled in. */
export interface RequestDraft {
  writer: Writer;
  /** Id of the symptom, from the region's troubleshooting guide; '' for something else. */
  topic: string;
  values: Record<RequestField, string>;
}

/** The names of the fields as the portal's own list has them. */
export const FIELD_NAMES: Readonly<Record<RequestField, string>> = {
  description: words.fieldDescription,
  name: words.fieldName,
  school: words.fieldSchool,
  municipality: words.fieldMunicipality,
  class: words.fieldClass,
  contacts: words.fieldContacts,
};

const WRITERS: Readonly<Record<Writer, string>> = {
  family: words.writtenByFamily,
  staff: words.writtenByStaff,
};

const MISSING: Readonly<Record<RequestField, string>> = {
  description: words.describe,
  name: words.giveName,
  school: words.giveSchool,
  municipality: words.giveMunicipality,
  class: words.giveClass,
  contacts: words.giveContacts,
};

/** The fewest characters that can tell what was pressed and what came of it. */
const SHORTEST_DESCRIPTION = 20;

/** As people write it; eleven digits in a row are far more often a phone. */
const SNILS = /(^|\D)\d{3}[- ]\d{3}[- ]\d{3}[- ]\d{2}(?!\d)/;

/** A draft with nothing in it. */
export function emptyDraft(): RequestDraft {
  return {
    writer: 'family',
    topic: '',
    values: { description: '', name: '', school: '', municipality: '', class: '', contacts: '' },
  };
}

/** A draft as storage gives it back; what is not one is read as an empty one. */
export function parseDraft(value: unknown): RequestDraft {
  const draft = emptyDraft();
  const { writer, topic, values } = toRecord(value);
  if (writer === 'staff') draft.writer = writer;
  if (typeof topic === 'string') draft.topic = topic;
  const kept = toRecord(values);
  for (const field of REQUEST_FIELDS) {
    const text = kept[field];
    if (typeof text === 'string') draft.values[field] = text;
  }
  return draft;
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** For each field that support would send back, in words: what to write there. */
export function checkRequest(
  { values }: RequestDraft,
  demanded: readonly RequestField[],
): Map<RequestField, string> {
  const problems = new Map<RequestField, string>();
  for (const field of REQUEST_FIELDS) {
    const value = values[field].trim();
    const problem =
      value === '' ? demanded.includes(field) && MISSING[field] : checkValue(field, value);
    if (problem) problems.set(field, problem);
  }
  return problems;
}

function checkValue(field: RequestField, value: string): string | undefined {
  if (SNILS.test(value)) return words.noSnils;
  switch (field) {
    case 'description':
      return value.length < SHORTEST_DESCRIPTION ? words.describeMore : undefined;
    case 'name':
      return /\s/.test(value) ? undefined : words.giveWholeName;
    case 'contacts':
      return value.includes('@') || value.replace(/\D/g, '').length >= 10
        ? undefined
        : words.checkContacts;
    default:
      return undefined;
  }
}

/**
 * The request as a letter; what was left empty is left out.
 * @param topic the symptom in words; '' where none was chosen
 */
export function writeRequest({ writer, values }: RequestDraft, topic: string): string {
  const lines = REQUEST_FIELDS.filter((field) => field !== 'description').flatMap((field) => {
    const value = values[field].trim();
    return value === '' ? [] : `${FIELD_NAMES[field]}: ${value}`;
  });
  return [
    ...(topic === '' ? [] : [words.whatHappened(topic)]),
    `${FIELD_NAMES.description}:`,
    values.description.trim(),
    '',
    ...lines,
    words.writtenBy(WRITERS[writer]),
  ].join('\n');
}

/** The line by which support tells letters apart. */
export function writeSubject({ values }: RequestDraft, topic: string): string {
  return [topic === '' ? words.letterTitle : topic, values.school.trim()]
    .filter((part) => part !== '')
    .join(', ');
}

/** Windows hands programs no longer address than this: INTERNET_MAX_URL_LENGTH, less its last sign. */
export const LONGEST_WINDOWS_ADDRESS = 2083;

/** A `mailto:` address that opens a new letter (RFC 6068, lines end in CRLF). */
export function mailtoUrl(address: string, subject: string, body: string): string {
  const encoded = encodeURIComponent(body.replace(/\n/g, '\r\n'));
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encoded}`;
}
