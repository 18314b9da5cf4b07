/** Counts that the class page says the same way all over. */

export const andMore = (count: number): string => `И ещё ${String(count)}.`;
export const outOf = (part: number, whole: number): string => `${String(part)} из ${String(whole)}`;
