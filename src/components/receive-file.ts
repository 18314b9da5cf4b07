/** What is used of the File Handling API, which the DOM's types lack and most browsers too. */
interface LaunchQueue {
  setConsumer(consumer: (params: { files?: readonly FileSystemFileHandle[] }) => void): void;
}

/**
 * Calls back with a file that the installed app is opened with («Открыть с помощью»), at once or later;
 * the system hands over one at a time, as `file_handlers` of the manifest ask.
 */
export function receiveFile(callback: (file: File) => void): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files: [handle] = [] }) => {
    void handle?.getFile().then(callback);
  });
}
