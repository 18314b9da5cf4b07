import { html, nothing, type TemplateResult } from 'lit';
import { acceptLoss } from '../storage/accept-loss';
import type { StorageState } from '../storage/health';

const MESSAGES: Record<Exclude<StorageState, 'ok'>, string> = {
  unavailable:
    'Галочки здесь не сохраняются: браузер запретил сайту хранить данные. Разрешите их в настройках или напечатайте памятку.',
  failed:
    'Последняя галочка не сохранилась. Освободите место на устройстве, закройте другие окна Памятки и отметьте шаг ещё раз.',
  missing: 'Часть ваших галочек пропала: браузер удалил данные сайта. Отметьте сделанное заново.',
};

/**
 * What is wrong with keeping ticks, and what to do.
 * @param onAnswer called once the reader has read of a loss: with `ok`, or what failed then
 */
export function renderFault(
  state: Exclude<StorageState, 'ok'>,
  onAnswer: (next: StorageState) => void,
): TemplateResult {
  const accept = (): void => {
    acceptLoss().then(
      () => {
        onAnswer('ok');
      },
      () => {
        onAnswer('failed');
      },
    );
  };
  return html`<p class="message" part="message">${MESSAGES[state]}</p>
    ${
      state === 'missing'
        ? html`<button type="button" class="plain" @click=${accept}>Понятно</button>`
        : nothing
    }`;
}
