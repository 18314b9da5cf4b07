/** The words that stand wherever a guide from a file does. */
export const UNVERIFIED = 'Не проверено школой';
