import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { MemoDocument } from '../memo';
import { controls } from './controls';

/** Shows the sheets of a memo as they will be printed, one at a time. */
export class MemoPreview extends LitElement {
  static override properties = { memo: { attribute: false }, page: { state: true } };
  declare memo: MemoDocument;
  declare private page: number;
}
