import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import library from 'virtual:library';
import { memoGuideFor, usesInviteCodes, type MemoGuide } from '../guide';
import type { MemoRequest } from '../memo';
import { makeMemo, type MadeMemo } from '../memo/memo-client';
import workerUrl from '../memo/memo-worker?worker&url';
import { trustedScriptUrl } from '../offline/trusted-script-url';
import { hasInviteCodes, type ForWhom, type Roster } from '../roster';
import {
  DEFAULT_MEMO_SETTINGS,
  loadMemoSettings,
  saveMemoSettings,
  type MemoSettings,
} from '../storage/memo-settings';
import type { ChecklistOptions } from './checklist-options';
import { controls } from './controls';
import './made-memo';
import { describeFailure } from './memo-failure';
import './memo-names';
import { layoutChoice, type LayoutChoice } from './memo-options';
import './memo-options';
import { requestOf } from './memo-order';
import { progressRow, renderProgress, type MemoProgress } from './memo-progress';

/** What the teacher sees of the making. */
type State =
  | { name: 'idle' }
  | { name: 'making'; progress: MemoProgress }
  | { name: 'failed'; message: string }
  | { name: 'ready'; request: MemoRequest; memo: MadeMemo };

/** Makes the memos of the given rows in a worker, shows them and offers the file. */
export class MemoMaker extends LitElement {
  static override properties = {
    roster: { attribute: false },
    state: { state: true },
    settings: { state: true },
    choice: { state: true },
    checklist: { state: true },
    forWhom: { attribute: false },
  };

  static override styles = [
    controls,
    progressRow,
    css`
      :host {
        display: block;
      }
    `,
  ];

  /** The rows that get a memo. */
  declare roster: Roster;
  /** Names after «для» in the teacher's own words. */
  declare forWhom: ForWhom;
  declare private state: State;
  declare private settings: MemoSettings;
  declare private choice: MemoGuide | undefined;
  declare private checklist: ChecklistOptions;
  private making: AbortController | undefined;
  /** Whether the teacher has chosen the guide; until then it follows the list. */
  private hasChosen = false;
  /** Whether the choices were touched before the kept ones came. */
  private hasChanged = false;

  constructor() {
    super();
    this.roster = { columns: [], rows: [] };
    this.state = { name: 'idle' };
    this.settings = { ...DEFAULT_MEMO_SETTINGS };
    this.choice = undefined;
    this.checklist = { situation: {}, withTicks: false };
    this.forWhom = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void loadMemoSettings().then((settings) => {
      if (!this.hasChanged) this.settings = settings;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reset();
  }

  /** Chooses a layout for once: what is kept stays. */
  offer(layout: LayoutChoice): void {
    this.hasChanged = true;
    this.reset();
    this.settings = { ...this.settings, layout };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A memo made from another list must not stay beside this one.
    if (changed.has('roster') || changed.has('forWhom')) this.reset();
    if (changed.has('roster') && !this.hasChosen) {
      this.choice = memoGuideFor(library, hasInviteCodes(this.roster));
    }
  }

  override render(): TemplateResult {
    const { choice, settings } = this;
    const hasNames = choice !== undefined && usesInviteCodes(choice.guide);
    const layout = layoutChoice(settings.layout);
    return html`
      <memo-options
        .settings=${settings}
        .choice=${choice}
        .checklist=${this.checklist}
        ?busy=${this.state.name === 'making'}
        @settings-change=${(event: CustomEvent<MemoSettings>) => {
          this.keep(event.detail);
        }}
        @guide-change=${(event: CustomEvent<MemoGuide>) => {
          this.hasChosen = true;
          this.choice = event.detail;
          this.reset();
        }}
        @checklist-change=${(event: CustomEvent<ChecklistOptions>) => {
          this.checklist = event.detail;
          this.reset();
        }}
        @memos-wanted=${() => void this.make()}
      ></memo-options>
      ${
        hasNames && ['page', 'half', 'thrifty'].includes(layout)
          ? html`<memo-names
            .names=${this.roster.rows.map((row) => row.values.childName)}
            .words=${this.forWhom}
          ></memo-names>`
          : nothing
      }
      <div aria-live="polite">${this.renderState()}</div>
    `;
  }

  private renderState(): TemplateResult | typeof nothing {
    const { state } = this;
    switch (state.name) {
      case 'idle':
        return nothing;
      case 'making':
        return renderProgress(state.progress, this.reset);
      case 'failed':
        return html`<p class="message">${state.message}</p>`;
      case 'ready':
        return html`<made-memo .request=${state.request} .memo=${state.memo}></made-memo>`;
    }
  }

  private keep(settings: MemoSettings): void {
    this.hasChanged = true;
    this.settings = settings;
    this.reset();
    // What is not kept only has to be chosen again.
    saveMemoSettings(settings).catch(() => undefined);
  }

  private async make(): Promise<void> {
    this.reset();
    const { choice, roster, settings, checklist, forWhom } = this;
    if (!choice) return;
    const making = new AbortController();
    this.making = making;
    const request = await requestOf({ roster, choice, settings, checklist, forWhom });
    if (this.making !== making) return;
    const since = Date.now();
    const progress = (done: number, total: number): void => {
      if (this.making === making) {
        this.state = {
          name: 'making',
          progress: { what: 'pages', done, total, since },
        };
      }
    };
    progress(0, Math.max(1, request.families.length));
    try {
      const memo = await makeMemo(trustedScriptUrl(workerUrl), request, {
        signal: making.signal,
        onProgress: progress,
      });
      if (this.making !== making) return;
      this.state = { name: 'ready', request, memo };
    } catch (error) {
      if (this.making !== making) return;
      this.state = { name: 'failed', message: describeFailure(error) };
    }
  }

  /** Cancels what is being made and forgets what was. */
  private readonly reset = (): void => {
    this.making?.abort();
    this.making = undefined;
    this.state = { name: 'idle' };
  };
}

customElements.define('memo-maker', MemoMaker);
