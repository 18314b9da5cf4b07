/**
 * A ToUnicode CMap (ISO 32000-1, 9.10.3): what characters the codes of a font stand for, so that its
 * text can be copied and found.
 * @param pairs codes and their characters
 * @param digits hexadecimal digits of a code in this font
 */
export function toUnicodeMap(pairs: readonly (readonly [number, string])[], digits: 2 | 4): string {
  const hex = (value: number, length: number): string =>
    value.toString(16).toUpperCase().padStart(length, '0');
  const lines = pairs.map(
    ([code, character]) => `<${hex(code, digits)}><${hex(character.charCodeAt(0), 4)}>`,
  );
  const chunks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) =>
    lines.slice(index * 100, index * 100 + 100),
  );
  return [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def',
    `1 begincodespacerange <${'0'.repeat(digits)}><${'F'.repeat(digits)}> endcodespacerange`,
    ...chunks.map((chunk) => `${String(chunk.length)} beginbfchar\n${chunk.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n');
}
