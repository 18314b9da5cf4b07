import type { ElementMaker } from '../guide/render-guide';

/** Makes the elements of a guide as nodes: no markup is read, so nothing in a guide can become any. */
export const nodeMaker: ElementMaker<HTMLElement> = {
  element(tag, attributes, children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined || value === false) continue;
      element.setAttribute(name, value === true ? '' : String(value));
    }
    if (element instanceof HTMLAnchorElement && /^https:/.test(String(attributes['href']))) {
      element.target = '_blank';
      element.rel = 'noreferrer';
    }
    element.append(...children);
    return element;
  },
};
