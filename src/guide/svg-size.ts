/** The size that a picture gives itself, in whole pixels; undefined where it does not. */
export function svgSize(source: string): { width: number; height: number } | undefined {
  const [, width, height] = /<svg[^>]*\swidth="(\d+)"[^>]*\sheight="(\d+)"/.exec(source) ?? [];
  return width === undefined || height === undefined
    ? undefined
    : { width: Number(width), height: Number(height) };
}
