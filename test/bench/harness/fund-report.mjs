import { frameLimit } from '../rows/ledger.mjs';
import { mb, ms, spread, table } from './figures.mjs';

const share = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

/** What each contestant came to with the ledger, and what the ways through IndexedDB took. */
export function fundDetails({ ledger, fund }, titles) {
  const parts = [];
  if (ledger) {
    const shown = Object.entries(ledger).filter(([, it]) => it.first);
    parts.push(
      'Ledger of 100,000 rows, painted',
      table([
        ['', 'first rows', 'filter', 'search', 'sort', 'sort by text', 'heap', 'heap after'],
        ...shown.map(([id, it]) => [
          titles.get(id),
          ...[it.first, it.filter, it.search, it.sort, it.text].map(spread),
          mb(it.heap),
          mb(it.heapAfter),
        ]),
      ]),
      '',
      'Scrolling all of it by the wheel',
      table([
        [
          '',
          'frames',
          `over ${frameLimit} ms`,
          'p99',
          'longest',
          'work',
          'p99',
          'longest',
          `over ${frameLimit} ms`,
          'long frames',
        ],
        ...Object.entries(ledger).map(([id, { scroll: it }]) => [
          titles.get(id),
          it.frames,
          share(it.over, it.frames),
          ms(it.p99),
          ms(it.max),
          ms(it.work),
          ms(it.workP99),
          ms(it.workMax),
          share(it.workOver, it.frames),
          it.long,
        ]),
      ]),
      '',
    );
  }
  if (fund) {
    const names = {
      insert: 'one record a row: 100,000 inserted',
      importAll: 'HTSD: 100,000 imported',
      insert10k: 'one record a row: 10,000 inserted',
      importAll10k: 'HTSD: 10,000 imported',
      getAll: 'one record a row: getAll, added up',
      cursor: 'one record a row: cursor, added up',
      openPublic: 'HTSD: opened and added up, public',
      openTreasurer: 'HTSD: opened and added up, treasurer',
      hashing: '100,000 bare SHA-256 of the same texts',
      verify: 'HTSD: chain checked in the worker',
      put: 'one more record, strict',
      append: 'HTSD: one more entry',
    };
    parts.push(
      'IndexedDB on the disk, 100,000 rows',
      table([
        ['', 'took', 'longest frame meanwhile'],
        ...Object.entries(names).map(([id, name]) => [
          name,
          spread(fund[id]),
          fund[id].longest ? ms(fund[id].longest) : '',
        ]),
      ]),
      '',
    );
  }
  return parts.join('\n');
}

/** Ours against floor and peer, by `add` of the report. */
export function fundVerdicts({ ledger, fund }, add) {
  if (ledger) {
    const { ours, plain, tabulator } = ledger;
    const beside = (pick) => ({ ours: pick(ours), floor: pick(plain), peer: pick(tabulator) });
    for (const [kind, what] of [
      ['first', 'first rows of 100,000'],
      ['filter', 'filter'],
      ['search', 'full-text search'],
      ['sort', 'sort'],
    ])
      add(
        '4',
        `ledger: ${what}`,
        beside((it) => it[kind].median),
        ms,
        1.2,
      );
    const over = ({ scroll }) => (100 * scroll.over) / scroll.frames;
    add(
      '4',
      `scrolling: frames over ${frameLimit} ms`,
      beside(over),
      (value) => `${value?.toFixed(1)} %`,
      0,
      false,
    );
    add(
      '4',
      'ledger: JS heap',
      beside((it) => it.heap),
      mb,
      1.5,
    );
  }
  if (fund) {
    const beside = (own, floor) => ({ ours: fund[own].median, floor: fund[floor].median });
    add('5', 'public ledger opened, against getAll', beside('openPublic', 'getAll'), ms, 0.5);
    add('5', "treasurer's ledger opened, the same", beside('openTreasurer', 'getAll'), ms, 0.5);
    add('5', 'import of 100,000, against insert', beside('importAll', 'insert'), ms, 0.5);
    add('5', 'import of 10,000, the same', beside('importAll10k', 'insert10k'), ms, 0.5);
    add('5', 'chain of 100,000 checked', beside('verify', 'hashing'), ms, 2_000, false);
  }
}
