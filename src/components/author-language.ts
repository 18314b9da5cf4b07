import { html, type TemplateResult } from 'lit';
import * as words from '../messages/ru/author-samples';

const MARKS: readonly (readonly [mark: string, meaning: string])[] = [
  [words.sectionSample, words.sectionMeaning],
  [words.stepSample, words.stepMeaning],
  ['{if: age<14}', words.ifMeaning],
  ['{per-child}', words.perChildMeaning],
  ['{memo}', words.memoMeaning],
  ['{was: old-name}', words.formerIdMeaning],
  ['> [!WARNING]', words.noteMeaning],
  [words.menuTrail, words.menuTrailMeaning],
  [words.pictureSample, words.pictureMeaning],
  [words.linkSample, words.linkMeaning],
];

/** The language of guides at a glance; `guides/README.md` tells it whole. */
export function renderLanguage(): TemplateResult {
  return html`<details class="author-help">
    <summary>${words.marks}</summary>
    <dl>
      ${MARKS.map(
        ([mark, meaning]) =>
          html`<dt><code>${mark}</code></dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>
  </details>`;
}
