import type { ReactiveControllerHost } from 'lit';
import * as words from '../messages/ru/class-list';
import {
  addSnapshot,
  snapshotOf,
  type Resolutions,
  type Roster,
  type RosterRow,
  type TakenRoster,
} from '../roster';
import type { RosterAudit, RosterClient } from '../roster/roster-client';
import type { ClassList } from './class-list';
import { History } from './history';

const NONE: Resolutions = {};

/**
 * The list of the class page: its changes, which can be undone, and what is wrong with it, looked for
 * again after each of them. Tells its host whenever what it says has changed.
 */
export class ClassSession {
  /** What is wrong with the list, or was before the last change while that is looked at. */
  audit: RosterAudit | undefined;
  /** Why that could not be told; '' where it could. */
  message = '';
  /** The chosen rows: the same object until they change, so that memos made of them stay. */
  memoRoster: Roster = { columns: [], rows: [] };
  private history: History<ClassList> | undefined;
  private isChecking = false;
  private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  private readonly client: RosterClient;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, client: RosterClient) {
    this.host = host;
    this.client = client;
  }

  /** Undefined: none has come in yet. */
  get list(): ClassList | undefined {
    return this.history?.present;
  }

  get canUndo(): boolean {
    return this.history?.canUndo ?? false;
  }

  get canRedo(): boolean {
    return this.history?.canRedo ?? false;
  }

  /** Whether the last change was a list that came in. */
  get isImported(): boolean {
    return this.list?.change === words.changeNewList;
  }

  /** A list that was read takes the place of the present one, which can be brought back. */
  async take({ roster, notes }: TakenRoster): Promise<void> {
    const { resolutions, snapshots, forWhom } = this.list ?? {};
    const before = await this.past();
    await this.showOnceChecked({
      roster,
      notes,
      chosen: new Set(roster.rows),
      change: words.changeNewList,
      ...(resolutions && { resolutions }),
      ...(snapshots && { snapshots }),
      ...(forWhom && { forWhom }),
      ...(before && { before }),
    });
  }

  /** A list that was kept takes the place of the present one. */
  async open(list: ClassList, isUndoable: boolean): Promise<void> {
    // The way back from a kept list must not lead to another one: that would be kept over it.
    if (!isUndoable) this.history = undefined;
    await this.showOnceChecked(list);
  }

  /** A change that can be undone. */
  change(edit: (list: ClassList) => ClassList): void {
    if (!this.history) return;
    this.history.push(edit(this.history.present));
    this.lookAgain();
  }

  /** Chooses rows for memos; that is no change to undo. */
  choose(chosen: ReadonlySet<RosterRow>): void {
    this.note({ chosen });
    this.follow();
  }

  /** Notes something beside the rows, which is no change to undo. */
  note(part: Partial<ClassList>): void {
    if (this.history) this.history.replace({ ...this.history.present, ...part });
  }

  undo(): void {
    this.history?.undo();
    this.lookAgain();
  }

  redo(): void {
    this.history?.redo();
    this.lookAgain();
  }

  private lookAgain(): void {
    this.follow();
    void this.recheck();
  }

  /** What is found in the present list; undefined where there is none, or that could not be told. */
  private async past(): Promise<ClassList['before']> {
    if (!this.history || !this.audit) return undefined;
    return this.client.past().catch(() => undefined);
  }

  /** A list that comes in whole is shown together with what is wrong in it, if that can be told. */
  private async showOnceChecked(list: ClassList): Promise<void> {
    this.audit = await this.check(list);
    if (this.history) this.history.push(list);
    else this.history = new History(list);
    if (this.audit) this.count(this.audit);
    this.follow();
  }

  /** Notes how the class stands today. */
  private count({ summary }: RosterAudit): void {
    if (!this.list) return;
    const { roster, snapshots = [] } = this.list;
    const today = snapshotOf(roster.rows, summary, new Date());
    this.note({ snapshots: addSnapshot(snapshots, today) });
  }

  /** Brings the chosen rows in step with the present list. */
  private follow(): void {
    if (!this.list) return;
    const { roster, chosen } = this.list;
    const rows = roster.rows.filter((row) => chosen.has(row));
    const shown = this.memoRoster.rows;
    const isSame = rows.length === shown.length && rows.every((row, i) => row === shown[i]);
    if (!isSame) this.memoRoster = { columns: roster.columns, rows };
    this.host.requestUpdate();
  }

  /** Looks at the present list again, once more if it changed meanwhile. */
  private async recheck(): Promise<void> {
    if (this.isChecking) return;
    this.isChecking = true;
    let checked: ClassList | undefined;
    while (this.list && checked !== this.list) {
      checked = this.list;
      const audit = await this.check(checked);
      if (!audit || checked !== this.list) continue;
      this.audit = audit;
      this.count(audit);
      checked = this.list;
      this.host.requestUpdate();
    }
    this.isChecking = false;
  }

  private async check({
    roster,
    resolutions = NONE,
    before,
  }: ClassList): Promise<RosterAudit | undefined> {
    this.say('');
    try {
      return await this.client.audit(roster, { today: new Date(), resolutions, before });
    } catch {
      this.say(words.checkFailed);
      return undefined;
    }
  }

  private say(message: string): void {
    if (this.message === message) return;
    this.message = message;
    this.host.requestUpdate();
  }
}
