import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-list';
import * as common from '../messages/ru/common';
import * as counts from '../messages/ru/counts';
import {
  maskSnils,
  ROLE_TITLES,
  type ComparisonPreview,
  type FieldName,
  type RosterRow,
} from '../roster';
import { controls } from './controls';
import { countList } from './count-list';

/** What a list would add to the present one, change in it, leave, and lack; before it is agreed to. */
export class RosterComparisonView extends LitElement {
  static override properties = { comparison: { attribute: false }, absent: {} };

  static override styles = [
    controls,
    countList,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0.5rem 0;
        color: var(--quiet);
        font-size: 0.95rem;
      }
    `,
  ];

  declare comparison: ComparisonPreview;
  /** What becomes of the rows that the list lacks. */
  declare absent: string;

  constructor() {
    super();
    this.absent = words.notInNewList;
  }

  override render(): TemplateResult {
    const { added, changed, unchanged, missing, firstAdded, firstMissing } = this.comparison;
    return html`<dl>
      <dt>${added}</dt>
      <dd>${words.areAdded}${renderRows(firstAdded, added)}</dd>
      <dt>${changed}</dt>
      <dd>${words.areChanged}${renderChanges(this.comparison)}</dd>
      <dt>${unchanged}</dt>
      <dd>${words.staysAsIs}</dd>
      <dt>${missing}</dt>
      <dd>${this.absent}${renderRows(firstMissing, missing)}</dd>
    </dl>`;
  }
}

function renderRows(rows: readonly RosterRow[], count: number): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<details>
    <summary>${words.whoIsIt}</summary>
    <ul>
      ${rows.map(({ values }) => html`<li>${nameOf(values)}</li>`)}
    </ul>
    ${renderRest(count - rows.length)}
  </details>`;
}

function renderChanges({
  firstChanged,
  changed,
}: ComparisonPreview): TemplateResult | typeof nothing {
  if (firstChanged.length === 0) return nothing;
  return html`<details>
    <summary>${words.whatExactly}</summary>
    <ul>
      ${firstChanged.map(
        ({ next, fields }) =>
          html`<li>
            ${nameOf(next.values)}
            <ul>
              ${fields.map(
                ({ field, before, after }) =>
                  html`<li>
                    ${ROLE_TITLES[field]}: ${shown(field, before)} → ${shown(field, after)}
                  </li>`,
              )}
            </ul>
          </li>`,
      )}
    </ul>
    ${renderRest(changed - firstChanged.length)}
  </details>`;
}

function renderRest(count: number): TemplateResult | typeof nothing {
  return count > 0 ? html`<p>${counts.andMore(count)}</p>` : nothing;
}

function nameOf({ className, childName, parentName }: RosterRow['values']): string {
  return [className, childName || common.noName, parentName]
    .filter((text) => text !== '')
    .join(', ');
}

function shown(field: FieldName, value: string): string {
  if (value === '') return words.empty;
  return field === 'childSnils' || field === 'parentSnils' ? maskSnils(value) : value;
}

customElements.define('roster-comparison', RosterComparisonView);
