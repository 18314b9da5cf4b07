/** Gives the person a file to keep: nothing of it leaves the computer. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun with the click; the address is needed no more once it has.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
