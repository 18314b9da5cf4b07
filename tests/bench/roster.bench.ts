import Papa from 'papaparse';
import { bench, describe } from 'vitest';
import { audit, readRoster } from '../../src/roster';
import { classList } from './class/sample';

const text = classList(10_000);
const bytes = new TextEncoder().encode(text);
const { roster } = readRoster(bytes);

/** What knowing the columns and running the rules cost over splitting the text into cells. */
describe('a list of 10,000 rows', () => {
  bench('papaparse alone, to cells', () => {
    Papa.parse(text, { delimiter: ';' });
  });

  bench('taken in, to a class list', () => {
    readRoster(bytes);
  });

  bench('audited: at most 300 ms', () => {
    audit(roster, { today: '2026-11-22' });
  });
});
