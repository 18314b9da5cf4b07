import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { applies, deserializeCondition, openFacts } from '../guide/condition';
import type { Condition, Fact, Situation } from '../guide/guide';
import * as words from '../messages/ru/route';
import { onKeptChanged } from '../storage/changes';
import { childrenFor, loadChildren, withAges, type Child } from '../storage/children';
import { loadAllTicks } from '../storage/progress';
import { forRoles, loadSituation, saveRegion } from '../storage/settings';
import { keysOfStep, ownersOf } from '../storage/step-keys';
import { controls } from './controls';
import './situation-questions';

interface StepOfRow {
  /** Present id first, then earlier ones. */
  ids: string[];
  perChild: boolean;
  when: Condition;
}

/** Shows how far each guide of the slotted route is, and leads to the first open step. */
export class RouteProgress extends LitElement {
  static override properties = {
    region: { type: String },
    roles: { type: String },
    next: { state: true },
    facts: { state: true },
    situation: { state: true },
  };

  static override styles = controls;

  declare region: string;
  /** Who has a route here, separated by spaces. */
  declare roles: string;
  declare private next: { href: string; title: string } | undefined;
  declare private facts: ReadonlySet<Fact>;
  declare private situation: Situation;
  private forgetChanges: (() => void) | undefined;

  constructor() {
    super();
    this.region = '';
    this.roles = '';
    this.next = undefined;
    // As the first answers read will have it, so that nothing moves then.
    this.facts = new Set(['role']);
    this.situation = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.forgetChanges = onKeptChanged(this.show);
    document.addEventListener('children-change', this.show);
    this.show();
    // A region that is not remembered only has to be chosen again.
    saveRegion(this.region).catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetChanges?.();
    document.removeEventListener('children-change', this.show);
  }

  private readonly show = (): void => {
    void this.showProgress();
  };

  private async showProgress(): Promise<void> {
    const [answers, children, ticks] = await Promise.all([
      loadSituation(),
      loadChildren(),
      // The guides themselves say that nothing can be kept; here the plain list is enough.
      loadAllTicks().catch(() => []),
    ]);
    const situation = withAges(forRoles(answers, this.roles), children);
    const done = new Set(ticks.map(({ guide, child, step }) => `${guide} ${child} ${step}`));
    const conditions: Condition[] = [];
    let next: typeof this.next;
    for (const section of this.querySelectorAll<HTMLElement>('[data-roles]')) {
      const roles = (section.dataset['roles'] ?? '').split(' ');
      section.hidden = situation.role !== undefined && !roles.includes(situation.role);
      if (section.hidden) continue;
      // Who has not said anything is most often a parent.
      const isMine = roles.includes(situation.role ?? 'parent');
      for (const row of section.querySelectorAll<HTMLElement>('[data-guide]')) {
        const steps = stepsOfRow(row);
        conditions.push(...steps.map(({ when }) => when));
        const boxes = boxesOf(row, steps, situation, answers, children, done);
        const open = boxes.find((box) => !box.isDone);
        showRow(row, boxes.filter(({ isDone }) => isDone).length, boxes.length);
        const link = row.querySelector('a');
        if (open && link && isMine)
          next ??= { href: `${link.href}#${open.id}`, title: link.textContent };
      }
    }
    this.next = ticks.length > 0 ? next : undefined;
    if (this.next && location.hash === '#page-continue') location.replace(this.next.href);
    const facts = openFacts([...conditions, ROLE_ASKED], situation);
    // Each child has its own.
    if (children.some(({ age }) => age)) facts.delete('age');
    this.facts = facts;
    this.situation = answers;
  }

  override render(): TemplateResult {
    return html`${
      this.next
        ? html`<p>
              <a class="button" href=${this.next.href}>${words.goOnWith(this.next.title)}</a>
            </p>`
        : nothing
    }
      <situation-questions
        part="questions"
        .facts=${this.facts}
        roles=${this.roles}
        .situation=${this.situation}
        @situation-change=${this.show}
      ></situation-questions>
      <slot></slot>`;
  }
}

/** A route is for somebody: that alone makes the role worth asking. */
const ROLE_ASKED: Condition = [{ fact: 'role', values: [] }];

/** Reads `data-steps`, as `pages/route/template.ts` writes it. */
function stepsOfRow(row: HTMLElement): StepOfRow[] {
  return (row.dataset['steps'] ?? '').split(' ').map((entry) => {
    const [head = '', condition] = entry.split('?');
    return {
      ids: head.replace('*', '').split('+'),
      perChild: head.endsWith('*'),
      when: condition === undefined ? [] : deserializeCondition(condition),
    };
  });
}

/** The boxes that this reader finds in the guide: one for each child where a step asks for that. */
function boxesOf(
  row: HTMLElement,
  steps: readonly StepOfRow[],
  situation: Situation,
  answers: Situation,
  children: readonly Child[],
  done: ReadonlySet<string>,
): { id: string; isDone: boolean }[] {
  const guide = row.dataset['guide'] ?? '';
  return steps
    .filter(({ when }) => applies(when, situation))
    .flatMap(({ ids, perChild, when }) =>
      ownersOf(perChild, childrenFor(when, children, answers)).map((owner) => ({
        id: ids[0] ?? '',
        isDone: keysOfStep(ids, owner).some(([child, step]) =>
          done.has(`${guide} ${child} ${step}`),
        ),
      })),
    );
}

function showRow(row: HTMLElement, done: number, total: number): void {
  row.classList.toggle('complete', total > 0 && done === total);
  let label = row.querySelector<HTMLElement>('.row-progress');
  if (!label) {
    label = document.createElement('p');
    label.className = 'row-progress quiet';
    row.append(label);
  }
  label.textContent = done === 0 ? '' : words.stepsDone(done, total);
}

customElements.define('route-progress', RouteProgress);
