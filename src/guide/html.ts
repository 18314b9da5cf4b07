/** Text that is HTML already; everything else is escaped by {@link html}. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  toString(): string {
    return this.source;
  }
}

type Value = string | number | Html | undefined | false | readonly Value[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for elements and quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Builds HTML: interpolated text is escaped, `Html` and lists are inserted, `false` and undefined
 * vanish. The template's own indentation is for people; a phone need not load it.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(
    strings
      .map((part, index) => insert(values[index - 1]) + part.replace(/\s*\n\s*/g, '\n'))
      .join(''),
  );
}

function insert(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map((item) => insert(item)).join('');
  return escapeHtml(String(value));
}
