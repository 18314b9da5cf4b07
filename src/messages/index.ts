/** What elements say; for a page in another language the build takes that language's words. */
export * from './ru/elements';
