/** Safari before 15.4 knows no dialogs: there, it stands in the page, open from the start. */
export function showModal(dialog: HTMLDialogElement | null): void {
  if (dialog && 'showModal' in dialog) dialog.showModal();
}

/** Closes it; `close` is told also where the browser does not. */
export function closeModal(dialog: HTMLDialogElement | null): void {
  if (dialog && 'close' in dialog) dialog.close();
  else (dialog as HTMLElement | null)?.dispatchEvent(new Event('close'));
}
