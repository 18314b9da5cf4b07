import { applies, deserializeCondition } from '../guide/condition';
import { REQUEST_FIELDS, type RequestField } from '../guide/guide';
import { emptyDraft, type RequestDraft, type Writer } from './request-text';

/** Who of a guide's roles writes through which entrance. */
export const ROLES: Readonly<Record<Writer, readonly string[]>> = {
  family: ['parent', 'pupil'],
  staff: ['teacher', 'staff'],
};

/**
 * The static form of a support request, which is there before its script: its fields, its topics,
 * and the parts of the page around it that belong to one of the two who may write.
 */
export class RequestForm {
  private readonly page: HTMLElement;
  private readonly form: HTMLFormElement;
  readonly topics: HTMLSelectElement | null;

  /** @param page holds the form, and the words for each of those who may write */
  constructor(page: HTMLElement) {
    this.page = page;
    const form = page.querySelector('form');
    if (!form) throw new Error('<support-request> needs its form.');
    this.form = form;
    this.topics = form.querySelector('select');
  }

  field(name: RequestField): HTMLInputElement | HTMLTextAreaElement {
    return this.form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;
  }

  get topicTitle(): string {
    const { topics } = this;
    const title = topics?.value ? (topics.selectedOptions[0]?.text ?? '') : '';
    // The portal's form is no place for typesetting.
    return title.replace(/\u00a0/g, ' ');
  }

  read(): RequestDraft {
    const draft = emptyDraft();
    for (const field of REQUEST_FIELDS) draft.values[field] = this.field(field).value;
    draft.topic = this.topics?.value ?? '';
    if (new FormData(this.form).get('writer') === 'staff') draft.writer = 'staff';
    return draft;
  }

  show({ writer, topic, values }: RequestDraft): void {
    for (const field of REQUEST_FIELDS) this.field(field).value = values[field];
    for (const radio of this.form.querySelectorAll<HTMLInputElement>('[name="writer"]')) {
      radio.checked = radio.value === writer;
    }
    if (this.topics) this.topics.value = topic;
    this.fitTo(writer);
  }

  /** Shows the symptoms and the entrance of those who write. */
  fitTo(writer: Writer): void {
    for (const option of this.form.querySelectorAll<HTMLOptionElement>('[data-when]')) {
      const when = deserializeCondition(option.dataset['when'] ?? '');
      option.hidden = !ROLES[writer].some((role) => applies(when, { role }));
      // Safari shows hidden options.
      option.disabled = option.hidden;
    }
    if (this.topics?.selectedOptions[0]?.disabled !== false && this.topics) this.topics.value = '';
    for (const part of this.page.querySelectorAll<HTMLElement>('[data-writer]')) {
      part.hidden = part.dataset['writer'] !== writer;
    }
  }

  showProblem(name: RequestField, problem: string | undefined): void {
    const field = this.field(name);
    const words = this.page.querySelector<HTMLElement>(`#${name}-problem`);
    if (!words) return;
    words.textContent = problem ?? '';
    words.hidden = problem === undefined;
    field.setAttribute('aria-invalid', String(problem !== undefined));
    const described = [`${name}-hint`, words.id].filter((id) =>
      this.page.querySelector(`#${id}:not([hidden])`),
    );
    field.setAttribute('aria-describedby', described.join(' '));
  }
}
