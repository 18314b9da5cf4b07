import { html, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-list';

/** The line of the header, to be corrected. */
export function renderHeaderLine(
  label: string,
  { line, lowest, correct }: { line: number; lowest: number; correct: (line: number) => void },
): TemplateResult {
  return html`<label
    >${label}
    <input
      class="header-line"
      type="number"
      min=${lowest}
      .value=${String(line)}
      @change=${(event: Event) => {
        const { valueAsNumber } = event.currentTarget as HTMLInputElement;
        if (Number.isInteger(valueAsNumber)) correct(valueAsNumber);
      }}
  /></label>`;
}

/** What a column was taken for, to be corrected, and what stands in it. */
export function renderColumn(
  { index, title }: { index: number; title: string },
  {
    options,
    examples,
    correct,
  }: {
    /** `option` and `optgroup` elements. */
    options: TemplateResult;
    examples: readonly string[];
    /** Called with the value of the option that was chosen. */
    correct: (value: string) => void;
  },
): TemplateResult {
  return html`<li>
    <label
      >${title === '' ? words.columnWithoutTitle(index + 1) : title}
      <select
        @change=${(event: Event) => {
          correct((event.currentTarget as HTMLSelectElement).value);
        }}
      >
        ${options}
      </select>
    </label>
    <span class="example">${examples.length === 0 ? words.empty : examples.join(' · ')}</span>
  </li>`;
}
