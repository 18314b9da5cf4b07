import { html, nothing, render } from 'lit';
import { deserializeCondition } from '../guide/condition';
import type { Situation } from '../guide/guide';
import * as words from '../messages';
import { childrenFor, nameOfChild, type Child } from '../storage/children';

/**
 * Gives each step «for each child» a box for each child, and shows the child's code at the step
 * that wants it. The first child of the age that the step is for has the box that the page came
 * with, and its id. Says whose the steps are.
 */
export function showChildrenOfSteps(
  list: ParentNode,
  children: readonly Child[],
  answers: Situation,
): void {
  const [who, link] = list.querySelectorAll('.family > *');
  if (who && link) {
    const names = children.map(nameOfChild).join('; ');
    who.textContent = names && words.children.replace('{names}', names);
    link.textContent = names ? words.change : words.addChildren;
  }
  for (const box of list.querySelectorAll<HTMLInputElement>('.step > input[data-per-child]')) {
    if (box.dataset['step'] !== undefined) continue;
    const step = box.parentElement;
    if (!step) continue;
    showOneBox(step, box);
    const when = deserializeCondition(step.dataset['when'] ?? '');
    if (children.length > 1) showBoxes(step, box, childrenFor(when, children, answers));
    else if (children[0]) step.append(...codeOf(children[0], box, children[0].name));
  }
}

/** As the page came. */
function showOneBox(step: Element, box: HTMLInputElement): void {
  for (const added of step.querySelectorAll('[data-child]')) if (added !== box) added.remove();
  step.classList.remove('each');
  step.prepend(box);
  step.querySelector('label')?.setAttribute('for', box.id);
  box.removeAttribute('data-child');
  box.removeAttribute('aria-labelledby');
}

function showBoxes(step: Element, first: HTMLInputElement, children: readonly Child[]): void {
  const action = step.querySelector('label');
  if (!action) return;
  step.classList.add('each');
  action.removeAttribute('for');
  action.id = `page-${first.id}-action`;
  children.forEach((child, index) => {
    const box = index === 0 ? first : (first.cloneNode() as HTMLInputElement);
    if (index > 0) {
      box.id = `page-${first.id}-${child.id}`;
      box.dataset['step'] = first.id;
      box.checked = false;
    }
    box.dataset['child'] = child.id;
    const label = document.createElement('label');
    label.htmlFor = box.id;
    label.id = `page-${first.id}-name-${child.id}`;
    label.dataset['child'] = child.id;
    label.textContent = nameOfChild(child);
    box.setAttribute('aria-labelledby', `${action.id} ${label.id}`);
    step.append(box, label, ...codeOf(child, first, ''));
  });
}

/** @param whose what to say beside the code, where no label does */
function codeOf(child: Child, box: HTMLInputElement, whose: string): HTMLElement[] {
  if (box.dataset['code'] === undefined || child.inviteCode === '') return [];
  const card = document.createElement('div');
  card.className = 'family-code';
  card.dataset['child'] = child.id;
  showCode(card, child.inviteCode, whose, '');
  return [card];
}

function showCode(card: HTMLElement, code: string, whose: string, state: string): void {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(code);
      showCode(card, code, whose, words.copied);
    } catch {
      const shown = card.querySelector('code');
      if (shown) getSelection()?.selectAllChildren(shown);
      showCode(card, code, whose, words.codeSelected);
    }
  };
  render(
    html`<p class="quiet">${words.codeFromMemo}${whose === '' ? nothing : html` — ${whose}`}</p>
      <code>${code}</code>
      <p class="copy">
        <button type="button" class="plain" @click=${copy}>${words.copyCode}</button>
        <span role="status">${state}</span>
      </p>`,
    card,
  );
}
