/** A chunk that a page loads when it needs it, perhaps long after an update. */
declare const FIXTURE_VERSION: string;

export const version: string = FIXTURE_VERSION;
