import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import library from 'virtual:library';
import { guidesOfAllRegions, memoGuides, type MemoGuide } from '../guide';
import { channelsOf, isForEveryone, MEMO_LAYOUTS, type MemoLayout } from '../memo';
import * as words from '../messages/ru/memo';
import { DEFAULT_MEMO_SETTINGS, type MemoSettings } from '../storage/memo-settings';
import { checkBox } from './check-box';
import './checklist-options';
import type { ChecklistOptions } from './checklist-options';
import { controls } from './controls';
import { ownAddress } from './own-address';

/** A layout, or the densest that stays readable. */
export type LayoutChoice = MemoLayout | 'thrifty';

const LAYOUTS: Record<LayoutChoice, string> = {
  page: words.layoutPage,
  half: words.layoutHalf,
  slips: words.layoutSlips,
  thrifty: words.layoutSavesPaper,
  poster: words.layoutPoster,
  form: words.layoutForm,
  checklist: words.layoutChecklist,
};

/** A layout by its kept name; one that is no more is the usual one. */
export function layoutChoice(name: string): LayoutChoice {
  return name === 'thrifty' ? name : (MEMO_LAYOUTS.find((layout) => layout === name) ?? 'page');
}

type TextSetting = 'school' | 'heading' | 'note' | 'deadline' | 'appUrl';
type Switch = 'large' | 'bothSides' | 'siblings';

/**
 * What the teacher chooses for memos.
 * @fires settings-change - with the MemoSettings
 * @fires guide-change - with the MemoGuide
 * @fires checklist-change - with the ChecklistOptions
 * @fires memos-wanted - when they are to be made
 */
export class MemoOptions extends LitElement {
  static override properties = {
    settings: { attribute: false },
    choice: { attribute: false },
    checklist: { attribute: false },
    busy: { type: Boolean },
  };

  static override styles = [
    controls,
    checkBox,
    css`
      :host {
        display: block;
      }
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: 0.75rem 1rem;
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.75rem;
      }
      .quiet {
        color: var(--quiet);
        font-size: 0.95rem;
      }
    `,
  ];

  declare settings: MemoSettings;
  declare choice: MemoGuide | undefined;
  declare checklist: ChecklistOptions;
  declare busy: boolean;

  constructor() {
    super();
    this.settings = { ...DEFAULT_MEMO_SETTINGS };
    this.choice = undefined;
    this.checklist = { situation: {}, withTicks: false };
    this.busy = false;
  }

  private get layout(): LayoutChoice {
    return layoutChoice(this.settings.layout);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('settings')) return;
    const previous = changed.get('settings');
    const wasChecklist = previous && layoutChoice(previous.layout) === 'checklist';
    // A guide that is no memo of its region is for checklists alone.
    if (!wasChecklist || this.layout === 'checklist') return;
    const [memo] = memoGuides(library).filter(({ region }) => region.id === this.choice?.region.id);
    if (memo && memo.guide.id !== this.choice?.guide.id) this.fire('guide-change', memo);
  }

  override render(): TemplateResult {
    const { layout } = this;
    return html`
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
          this.fire('memos-wanted', undefined);
        }}
      >
        <label
          >${words.layout}
          <select
            name="layout"
            @change=${(event: Event) => {
              this.change({ layout: (event.currentTarget as HTMLSelectElement).value });
            }}
          >
            ${Object.entries(LAYOUTS).map(
              ([value, label]) =>
                html`<option value=${value} .selected=${value === layout}>${label}</option>`,
            )}
          </select>
        </label>
        ${this.renderGuides()}
        ${
          layout === 'checklist'
            ? html`<checklist-options
                .options=${this.checklist}
                .guide=${this.choice?.guide}
                @checklist-change=${({ detail }: CustomEvent<ChecklistOptions>) => {
                  this.fire('checklist-change', detail);
                }}
              ></checklist-options>`
            : nothing
        }
        ${this.renderText('school', words.school, 'organization', library.site?.name)}
        <label
          >${words.deadline}
          <input
            type="date"
            name="deadline"
            .value=${this.settings.deadline}
            @input=${this.changeText('deadline')}
        /></label>
        ${this.renderText('heading', words.heading, 'off', this.usualHeading)}
        <label class="wide"
          >${words.note}
          <textarea
            name="note"
            rows="2"
            .value=${this.settings.note}
            @input=${this.changeText('note')}
          ></textarea>
        </label>
        <label class="wide"
          >${words.siteAddress}
          <input
            name="appUrl"
            type="url"
            inputmode="url"
            autocomplete="off"
            placeholder="https://…"
            .value=${this.settings.appUrl ?? ownAddress()}
            @input=${this.changeText('appUrl')}
        /></label>
        ${this.renderContacts()}
        <fieldset class="wide">
          <legend>${words.printing}</legend>
          ${layout === 'half' ? nothing : this.renderSwitch('large', words.largePrint)}
          ${
            isForEveryone(layout === 'thrifty' ? 'page' : layout)
              ? nothing
              : this.renderSwitch('bothSides', words.duplex)
          }
          ${
            layout === 'page' || layout === 'half' || layout === 'thrifty'
              ? this.renderSwitch('siblings', words.siblingsTogether)
              : nothing
          }
        </fieldset>
        <div class="row wide">
          <button type="submit" ?disabled=${this.busy}>${words.makeMemos}</button>
          <button type="button" class="plain" @click=${this.restore}>${words.restoreDefaults}</button>
          <span class="quiet">${words.whatIsRemembered}</span>
        </div>
      </form>
    `;
  }

  private renderGuides(): TemplateResult {
    const guides = this.layout === 'checklist' ? guidesOfAllRegions(library) : memoGuides(library);
    const chosen = this.choice && keyOf(this.choice);
    return html`<label
      >${words.memo}
      <select
        name="guide"
        @change=${(event: Event) => {
          const { value } = event.currentTarget as HTMLSelectElement;
          const found = guides.find((memo) => keyOf(memo) === value);
          if (found) this.fire('guide-change', found);
        }}
      >
        ${guides.map(
          (memo) =>
            html`<option value=${keyOf(memo)} .selected=${keyOf(memo) === chosen}>
              ${memo.region.title}: ${memo.guide.title}
            </option>`,
        )}
      </select>
    </label>`;
  }

  private renderContacts(): TemplateResult {
    const { leftOut } = this.settings;
    return html`<fieldset class="wide">
      <legend>${words.contacts}</legend>
      ${this.choice?.region.memoContacts.map((contact) => {
        const { id, serves } = contact;
        return html`<label class="check"
            ><input
              type="checkbox"
              .checked=${!leftOut.includes(id)}
              @change=${(event: Event) => {
                const { checked } = event.currentTarget as HTMLInputElement;
                const others = leftOut.filter((other) => other !== id);
                this.change({ leftOut: checked ? others : [...others, id] });
              }}
            />${channelsOf(contact)[0]}: ${serves}</label
          >`;
      })}
    </fieldset>`;
  }

  private renderText(
    name: TextSetting,
    label: string,
    autocomplete: 'organization' | 'off',
    placeholder = '',
  ): TemplateResult {
    return html`<label
      >${label}
      <input
        name=${name}
        autocomplete=${autocomplete}
        placeholder=${placeholder}
        .value=${this.settings[name] ?? ''}
        @input=${this.changeText(name)}
    /></label>`;
  }

  private renderSwitch(name: Switch, label: string): TemplateResult {
    return html`<label class="check"
      ><input
        type="checkbox"
        name=${name}
        .checked=${this.settings[name]}
        @change=${(event: Event) => {
          this.change({ [name]: (event.currentTarget as HTMLInputElement).checked });
        }}
      />${label}</label
    >`;
  }

  private get usualHeading(): string {
    const { layout, choice } = this;
    if (layout === 'form') return words.defaultHeading;
    if (!choice) return '';
    return layout === 'checklist'
      ? choice.guide.title
      : (choice.guide.memoTitle ?? choice.guide.title);
  }

  private changeText(name: TextSetting): (event: Event) => void {
    return (event) => {
      const { value } = event.currentTarget as HTMLInputElement | HTMLTextAreaElement;
      this.change({ [name]: value });
    };
  }

  private change(changes: Partial<MemoSettings>): void {
    this.fire('settings-change', { ...this.settings, ...changes });
  }

  private readonly restore = (): void => {
    this.fire('settings-change', { ...DEFAULT_MEMO_SETTINGS });
    this.fire('checklist-change', { situation: {}, withTicks: false });
  };

  private fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function keyOf({ region, guide }: MemoGuide): string {
  return `${region.id}/${guide.slug}`;
}

customElements.define('memo-options', MemoOptions);
