import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { applies, deserializeCondition } from '../guide/condition';
import type { Situation } from '../guide/guide';
import { onTicksChanged } from '../storage/changes';
import { loadAllTicks } from '../storage/progress';
import { loadSituation, saveRegion } from '../storage/settings';
import { controls } from './controls';

interface GuideProgress {
  row: HTMLElement;
  done: number;
  total: number;
}

/** Shows how far each guide of the slotted route is, and leads to the first open one. */
export class RouteProgress extends LitElement {
  static override properties = { region: { type: String }, next: { state: true } };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
    `,
  ];

  declare region: string;
  declare private next: { href: string; title: string } | undefined;
  private forgetChanges: (() => void) | undefined;

  constructor() {
    super();
    this.region = '';
    this.next = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.forgetChanges = onTicksChanged(() => void this.show());
    void this.show();
    // A region that is not remembered only has to be chosen again.
    saveRegion(this.region).catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetChanges?.();
  }

  private async show(): Promise<void> {
    let progress: GuideProgress[];
    try {
      progress = await this.readProgress();
    } catch {
      // The guides themselves say that nothing can be kept; here the plain list is enough.
      return;
    }
    for (const { row, done, total } of progress) showRow(row, done, total);
    const open = progress.find(({ done, total, row }) => done < total && isRouteOfReader(row));
    const link = open?.row.querySelector('a');
    this.next =
      link && progress.some(({ done }) => done > 0)
        ? { href: link.href, title: link.textContent }
        : undefined;
  }

  private async readProgress(): Promise<GuideProgress[]> {
    const [ticks, situation] = await Promise.all([loadAllTicks(), loadSituation()]);
    const done = new Set(ticks.map((tick) => `${tick.guide} ${tick.step}`));
    return [...this.querySelectorAll<HTMLElement>('[data-guide]')].map((row) => {
      const steps = stepsOfRow(row, situation);
      const guide = row.dataset['guide'] ?? '';
      return {
        row,
        total: steps.length,
        done: steps.filter((step) => done.has(`${guide} ${step}`)).length,
      };
    });
  }

  override render(): TemplateResult {
    return html`${
      this.next
        ? html`<p><a class="button" href=${this.next.href}>Продолжить: ${this.next.title}</a></p>`
        : nothing
    }<slot></slot>`;
  }
}

function isRouteOfReader(row: HTMLElement): boolean {
  return row.dataset['role'] === 'parent';
}

/** Reads `data-steps` and leaves the steps that are for this reader. */
function stepsOfRow(row: HTMLElement, situation: Situation): string[] {
  return (row.dataset['steps'] ?? '').split(' ').flatMap((entry) => {
    const [id = '', condition] = entry.split('?');
    const shown = condition === undefined || applies(deserializeCondition(condition), situation);
    return shown && id !== '' ? [id] : [];
  });
}

function showRow(row: HTMLElement, done: number, total: number): void {
  row.classList.toggle('complete', total > 0 && done === total);
  let label = row.querySelector<HTMLElement>('.row-progress');
  if (!label) {
    label = document.createElement('p');
    label.className = 'row-progress quiet';
    row.append(label);
  }
  label.textContent = done === 0 ? '' : `${String(done)} из ${String(total)}`;
}

customElements.define('route-progress', RouteProgress);
