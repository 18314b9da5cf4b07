/** What can be wrong with a written СНИЛС. */
export type SnilsProblem =
  'signs' | 'scientific' | 'zeros-lost' | 'length' | 'repeated' | 'control';

/** The digits of a written СНИЛС; '' when it holds anything but digits, spaces and hyphens. */
export function normalizeSnils(text: string): string {
  return /^[\d\s\-–—‑]*$/.test(text) ? text.replace(/\D/g, '') : '';
}

/**
 * Why a written СНИЛС cannot be right; undefined if it can. An empty one is no problem here.
 *
 * The control number is checked for numbers above 001-001-998 only: earlier ones have another
 * (Порядок присвоения страхового номера, постановление Правления ПФР от 22.09.2020 № 652п).
 */
export function snilsProblem(text: string): SnilsProblem | undefined {
  if (text === '') return undefined;
  if (/^\d+[.,]\d+e\+?\d+$/i.test(text)) return 'scientific';
  const digits = normalizeSnils(text);
  if (digits === '') return 'signs';
  if (digits.length !== 11) return hasLostZeros(digits) ? 'zeros-lost' : 'length';
  if (/^(\d)\1{8}/.test(digits)) return 'repeated';
  if (!hasControl(digits)) return undefined;
  return controlNumber(digits) === digits.slice(9) ? undefined : 'control';
}

function hasControl(digits: string): boolean {
  return Number(digits.slice(0, 9)) > 1_001_998;
}

/** With zeros in front the control number fits: that is no accident, where there is a control number. */
function hasLostZeros(digits: string): boolean {
  const padded = digits.padStart(11, '0');
  return digits.length < 11 && hasControl(padded) && snilsProblem(padded) === undefined;
}

/** True for a complete СНИЛС whose control number fits. */
export function isSnilsValid(text: string): boolean {
  return text !== '' && snilsProblem(text) === undefined;
}

/** The last two digits that the first nine call for. */
export function controlNumber(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (9 - i);
  const control = (sum % 101) % 100;
  return String(control).padStart(2, '0');
}

/** `123-456-789 64`; text that is not eleven digits comes back as it is. */
export function formatSnils(text: string): string {
  const digits = normalizeSnils(text);
  return digits.length === 11
    ? digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1-$2-$3 $4')
    : text;
}

/** `•••-•••-789 64`: enough to tell two apart on the screen, not enough to use. */
export function maskSnils(text: string): string {
  const formatted = formatSnils(text);
  const shown = formatted.length === 14 ? 6 : 2;
  return formatted.slice(0, -shown).replace(/[^\s-]/g, '•') + formatted.slice(-shown);
}
