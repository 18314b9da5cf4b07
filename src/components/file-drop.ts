import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lets files be dropped anywhere on the page while its element stands there. */
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

  private readonly dragLeave = (): void => {
    this.show(false);
  };

  private readonly drop = (event: DragEvent): void => {
    this.show(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.take(files);
  };
}
