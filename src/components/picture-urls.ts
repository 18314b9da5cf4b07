/** Addresses for pictures that are no files of the site, by their path beside the guide. */
export function pictureUrls(pictures: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pictures).map(([source, text]) => [
      source,
      URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' })),
    ]),
  );
}
