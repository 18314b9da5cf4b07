/**
 * A fact of the documents: its region, the page that must tell it (its address within the region;
 * `help` is the region's page of «Не получается войти»), where the document has it, and the words
 * to be found, all of them, on that page. A word that begins with a scheme is a link's address.
 */
export type Fact = readonly [region: string, page: string, source: string, ...words: string[]];
