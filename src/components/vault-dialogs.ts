import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-keeping';
import * as common from '../messages/ru/common';
import type { ComparisonPreview } from '../roster';
import './confirm-dialog';
import './passphrase-dialog';
import type { PassphraseAnswer, PassphraseMode } from './passphrase-dialog';
import './roster-comparison';
import { wordsFor } from './vault-words';

/** A passphrase that is asked for. */
export interface Question {
  heading: string;
  action: string;
  mode: PassphraseMode;
  /** Offered; absent: no name is asked for. */
  name?: string;
  /** What it throws is told in the dialog, which stays open. */
  use: (answer: PassphraseAnswer) => Promise<void>;
}

/** Something that is agreed to first. */
export interface Confirmation {
  heading: string;
  text: string;
  action: string;
  refusal?: string;
  /** What would change, where that could be told. */
  comparison?: ComparisonPreview | undefined;
  confirmed: () => void;
}

/** The dialogs by which the vault asks: one is open, or none. */
export class VaultDialogs {
  private question: Question | undefined;
  private confirmation: Confirmation | undefined;
  /** What follows the question that is open. */
  private next: (() => void) | undefined;
  private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.host = host;
  }

  /** Asks for a passphrase. */
  ask(question: Question): void {
    this.question = question;
    this.host.requestUpdate();
  }

  confirm(confirmation: Confirmation): void {
    this.confirmation = confirmation;
    this.host.requestUpdate();
  }

  /** Does it once the question that is open has been closed. */
  afterwards(next: () => void): void {
    this.next = next;
  }

  render(): TemplateResult {
    const { question, confirmation } = this;
    return html`${question ? this.renderQuestion(question) : nothing}
    ${confirmation ? this.renderConfirmation(confirmation) : nothing}`;
  }

  private renderQuestion({ heading, action, mode, name, use }: Question): TemplateResult {
    return html`<passphrase-dialog
      .heading=${heading}
      .action=${action}
      .mode=${mode}
      .name=${name}
      .use=${async (answer: PassphraseAnswer): Promise<string | undefined> => {
        try {
          await use(answer);
          return undefined;
        } catch (error) {
          return wordsFor(error);
        }
      }}
      @dialog-closed=${() => {
        this.question = undefined;
        const { next } = this;
        this.next = undefined;
        this.host.requestUpdate();
        next?.();
      }}
    ></passphrase-dialog>`;
  }

  private renderConfirmation(confirmation: Confirmation): TemplateResult {
    const { heading, text, action, refusal = common.keep, comparison, confirmed } = confirmation;
    return html`<confirm-dialog
      .heading=${heading}
      .text=${text}
      .action=${action}
      .refusal=${refusal}
      @confirmed=${confirmed}
      @dialog-closed=${() => {
        this.confirmation = undefined;
        this.host.requestUpdate();
      }}
      >${
        comparison
          ? html`<roster-comparison
            absent=${words.willBeLost}
            .comparison=${comparison}
          ></roster-comparison>`
          : nothing
      }</confirm-dialog
    >`;
  }
}
