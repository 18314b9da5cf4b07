import {
  css,
  html,
  LitElement,
  nothing,
  svg,
  type SVGTemplateResult,
  type TemplateResult,
} from 'lit';
import * as words from '../messages/ru/class-joined';
import * as counts from '../messages/ru/counts';
import { JOIN_STAGES, type ClassSnapshot, type JoinStage } from '../roster';
import { controls } from './controls';
import { STAGE_TITLES } from './stage-titles';

const WIDTH = 320;
const HEIGHT = 40;
/** Room for a dot at the edges. */
const EDGE = 5;

/** Days with a dot of their own; more of them would make a string of beads. */
const DOTS = 14;

interface Point {
  x: number;
  y: number;
}

/**
 * The class over time: a line for each stage, so that paper without colours tells them apart, and the
 * same numbers as a table.
 */
export class JoinedChart extends LitElement {
  static override properties = { snapshots: { attribute: false }, isOpen: { state: true } };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .stage {
        max-width: 40rem;
        display: grid;
        grid-template-columns: 1fr 1fr;
        align-items: center;
        gap: 0.25rem 1rem;
        margin: 0 0 0.5rem;
      }
      svg {
        display: block;
        width: 100%;
        height: auto;
        border-bottom: 1px solid var(--line);
      }
      polyline {
        fill: none;
        stroke: var(--done);
        stroke-width: 2.5;
        stroke-linejoin: round;
        stroke-linecap: round;
      }
      circle {
        fill: var(--done);
      }
      .whole {
        stroke: var(--line);
        stroke-dasharray: 3 4;
      }
      .days {
        color: var(--quiet);
        font-size: 0.95rem;
      }
      .ends {
        grid-column: -2;
        display: flex;
        justify-content: space-between;
      }
      .ends > :only-child {
        margin-left: auto;
      }
      .scroll {
        overflow-x: auto;
      }
      summary {
        padding-block: 0.5rem;
        color: var(--ink);
        cursor: pointer;
      }
      table {
        border-collapse: collapse;
      }
      th,
      td {
        padding: 0.3rem 0.6rem;
        border: 1px solid var(--line);
        text-align: right;
      }
      th {
        text-align: left;
        font-weight: 600;
      }
      @media (max-width: 30rem) {
        .stage {
          grid-template-columns: 1fr;
        }
      }
      @media (forced-colors: active) {
        polyline {
          stroke: CanvasText;
        }
        circle {
          fill: CanvasText;
        }
      }
    `,
  ];

  /** The earliest first. */
  declare snapshots: readonly ClassSnapshot[];
  declare private isOpen: boolean;

  constructor() {
    super();
    this.snapshots = [];
    this.isOpen = false;
  }

  override render(): TemplateResult | typeof nothing {
    const first = this.snapshots[0];
    const last = this.snapshots[this.snapshots.length - 1];
    if (!first || !last) return nothing;
    return html`
      ${JOIN_STAGES.map((stage) => this.renderStage(stage, first, last))}
      <div class="stage days" aria-hidden="true">
        <span class="ends">
          <span>${dayOf(first)}</span>
          ${first === last ? nothing : html`<span>${dayOf(last)}</span>`}
        </span>
      </div>
      <details
        @toggle=${(event: Event) => {
          this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
        }}
      >
        <summary>${words.byDay}</summary>
        ${this.isOpen ? this.renderTable() : nothing}
      </details>
    `;
  }

  private renderStage(stage: JoinStage, first: ClassSnapshot, last: ClassSnapshot): TemplateResult {
    const now = counts.outOf(last.stages[stage] ?? 0, last.rows);
    const then = counts.outOf(first.stages[stage] ?? 0, first.rows);
    const title = first === last ? now : `${dayOf(first)} — ${then}, ${dayOf(last)} — ${now}`;
    return html`<div class="stage">
      <span>${STAGE_TITLES[stage]}: ${now}</span>
      <svg
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        role="img"
        aria-label="${STAGE_TITLES[stage]}: ${title}"
      >
        ${this.renderLine(stage)}
      </svg>
    </div>`;
  }

  private renderLine(stage: JoinStage): SVGTemplateResult {
    const points = this.place(stage);
    const dots = points.length > DOTS ? points.slice(-1) : points;
    return svg`
      <line class="whole" x1="0" y1=${EDGE} x2=${WIDTH} y2=${EDGE} />
      <polyline points=${points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')} />
      ${dots.map(({ x, y }) => svg`<circle cx=${x} cy=${y} r="3.5" />`)}
    `;
  }

  /** Days stand apart as they do in the calendar; the top is the whole class. */
  private place(stage: JoinStage): Point[] {
    const days = this.snapshots.map(({ date }) => Date.parse(date));
    const [start = 0, end = 0] = [days[0], days[days.length - 1]];
    return this.snapshots.map(({ stages, rows }, i) => {
      const along = end === start ? 1 : ((days[i] ?? start) - start) / (end - start);
      const part = rows === 0 ? 0 : (stages[stage] ?? 0) / rows;
      return {
        x: round(EDGE + along * (WIDTH - 2 * EDGE)),
        y: round(HEIGHT - EDGE - part * (HEIGHT - 2 * EDGE)),
      };
    });
  }

  private renderTable(): TemplateResult {
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${words.byDay}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.day}</th>
            <th scope="col">${words.inList}</th>
            <th scope="col">${words.canSignIn}</th>
            ${JOIN_STAGES.map((stage) => html`<th scope="col">${STAGE_TITLES[stage]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${[...this.snapshots].reverse().map(
            (snapshot) =>
              html`<tr>
                <th scope="row">${dayOf(snapshot)}</th>
                <td>${snapshot.rows}</td>
                <td>${counts.outOf(snapshot.ready, snapshot.children)}</td>
                ${JOIN_STAGES.map((stage) => html`<td>${snapshot.stages[stage] ?? 0}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

/** `23.11.2026`. */
function dayOf({ date }: ClassSnapshot): string {
  return date.split('-').reverse().join('.');
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

customElements.define('joined-chart', JoinedChart);
