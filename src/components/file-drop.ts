import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Lets files be dropped anywhere on the page while its element stands there: one let go beside the
 * field would take the page's place.
 */
export class FileDrop implements ReactiveController {
  /** Files are held over the page now. */
  isOver = false;
  private readonly host: ReactiveControllerHost;
  private readonly take: (files: readonly File[]) => void;

  constructor(host: ReactiveControllerHost, take: (files: readonly File[]) => void) {
    this.host = host;
    this.take = take;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('dragover', this.dragOver);
    addEventListener('dragleave', this.dragLeave);
    addEventListener('drop', this.drop);
  }

  hostDisconnected(): void {
    removeEventListener('dragover', this.dragOver);
    removeEventListener('dragleave', this.dragLeave);
    removeEventListener('drop', this.drop);
  }

  private show(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.host.requestUpdate();
  }

  private readonly dragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.show(true);
  };

  private readonly dragLeave = (event: DragEvent): void => {
    // Null: out of the window; else it only goes from element to element.
    if (event.relatedTarget === null) this.show(false);
  };

  private readonly drop = (event: DragEvent): void => {
    this.show(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    // A field for files takes its own.
    const isForField = event
      .composedPath()
      .some((at) => at instanceof HTMLInputElement && at.type === 'file');
    if (files.length === 0 || isForField) return;
    event.preventDefault();
    this.take(files);
  };
}
