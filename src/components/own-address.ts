/** Where this very app lies, if families can reach it: a QR to a teacher's own machine leads nowhere. */
export function ownAddress(): string {
  const { protocol, href } = location;
  if (protocol !== 'https:') return '';
  return new URL(document.documentElement.dataset['root'] ?? './', href).href;
}
