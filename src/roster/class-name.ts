const LETTER = '[А-ЯЁA-Z]';
const LABEL = `(\\d{1,2})\\s*[-–]?\\s*[«"„']?\\s*(${LETTER})?\\s*[»"“']?`;

const IN_TITLE = [
  new RegExp(`(?:^|[^\\p{L}\\d])${LABEL}\\s*[-–]?\\s*класс`, 'iu'),
  new RegExp(`класс[а-яё]*\\s*:?\\s*${LABEL}(?=$|[^\\p{L}\\d])`, 'iu'),
];
const WHOLE = new RegExp(`^${LABEL}$`, 'iu');

/** The class in a title such as «Список 4 «А» класса» or «Класс: 4А»; undefined if it names none. */
function classInTitle(title: string): string | undefined {
  const text = onOneLine(title);
  for (const pattern of IN_TITLE) {
    const label = labelFrom(pattern.exec(text));
    if (label) return label;
  }
  return undefined;
}

/** The class that a sheet or the rows under a heading are named after: «4А», «4-А», «4 А класс». */
export function classNamed(name: string): string | undefined {
  const match = WHOLE.exec(onOneLine(name));
  return (match?.[2] ? labelFrom(match) : undefined) ?? classInTitle(name);
}

function labelFrom(match: RegExpExecArray | null): string | undefined {
  if (!match) return undefined;
  const grade = Number(match[1]);
  return grade >= 1 && grade <= 12 ? `${grade}${(match[2] ?? '').toUpperCase()}` : undefined;
}

/** Single spaces and a bounded length: the patterns allow a space nearly everywhere. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}
