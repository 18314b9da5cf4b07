import { html, LitElement, type TemplateResult } from 'lit';
import type { Region } from '../guide';
import * as words from '../messages/ru/author';
import { TEMPLATE_TITLES, type TemplateKind } from './author-templates';

/**
 * The empty desk: what to do first.
 * @fires new-guide - with the template's kind and the region's folder
 * @fires files - with the files that the author chose
 */
export class AuthorStart extends LitElement {
  static override properties = { regions: { attribute: false } };

  declare regions: readonly Pick<Region, 'id' | 'title'>[];

  constructor() {
    super();
    this.regions = [];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    return html`<div class="author-start">
      <ol>
        <li>${words.takeSample}</li>
        <li>${words.mendUnderlined}</li>
        <li>${words.sendFile}</li>
      </ol>
      <form class="author-row" @submit=${this.begin}>
        <label
          >${words.whatToWrite}
          <select name="kind">
            ${Object.entries(TEMPLATE_TITLES).map(
              ([kind, label]) => html`<option value=${kind}>${label}</option>`,
            )}
          </select>
        </label>
        <label
          >${words.region}
          <select name="region">
            ${this.regions.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
          </select>
        </label>
        <button type="submit">${words.takeIt}</button>
        <label class="button plain file"
          >${words.openFile}<input
            type="file"
            accept=".md,.markdown,.txt"
            @change=${(event: Event) => {
              const input = event.currentTarget as HTMLInputElement;
              this.dispatchEvent(new CustomEvent('files', { detail: [...(input.files ?? [])] }));
              input.value = '';
            }}
        /></label>
      </form>
      <p class="quiet">${words.orDropFile}</p>
    </div>`;
  }

  private readonly begin = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const detail = { kind: form.get('kind') as TemplateKind, region: form.get('region') };
    this.dispatchEvent(new CustomEvent('new-guide', { detail }));
  };
}

customElements.define('author-start', AuthorStart);
