import { kb, mb, ms, spread, table, times } from './figures.mjs';
import { fundDetails, fundVerdicts } from './fund-report.mjs';
import { areaVerdicts } from './area-report.mjs';
import { gaugeVerdicts } from './gauge-report.mjs';

/** What each contestant came to, row by row. */
export function details(results, titles) {
  const { size, large, draft, desks, credentials } = results;
  const parts = [];
  const name = (id) => titles.get(id) ?? id;
  if (size) {
    parts.push(
      '50 criteria, CPU 4×, slow 4G; bytes of JS and CSS as sent (brotli)',
      table([
        ['', 'interactive', 'all criteria', 'bytes needed', 'bytes loaded', 'files', 'document'],
        ...Object.entries(size).map(([id, it]) => [
          name(id),
          spread(it.interactive),
          ms(it.complete.median),
          kb(it.bytesNeeded),
          kb(it.bytesAll),
          it.files.length,
          kb(it.documentBytes),
        ]),
      ]),
      '',
    );
  }
  for (const [what, found] of [
    ['500 criteria, CPU 4×', large],
    ['Desks, CPU 4×: 500 criteria beside the form of the same, a list of 300', desks],
  ]) {
    if (!found) continue;
    parts.push(
      what,
      table([
        ['', 'ready', 'change to total painted', 'p95', 'heap', 'heap after', 'elements'],
        ...Object.entries(found).map(([id, it]) => [
          name(id),
          spread(it.ready),
          spread(it.change),
          ms(it.change.p95),
          mb(it.heap),
          mb(it.heapAfter),
          it.elements,
        ]),
      ]),
      '',
    );
  }
  if (draft) {
    parts.push(
      'Saving the draft of 50 criteria, strict durability',
      table([
        ['', 'one save'],
        ['one plain idb put', spread(draft.put)],
        ['HTSD draft store', spread(draft.save)],
      ]),
      '',
    );
  }
  parts.push(fundDetails(results, titles));
  if (credentials) parts.push(credentialTable(credentials), '');
  return parts.join('\n');
}

/** Badges issued and checked, each beside what bare jose needs for the same. */
export function credentialTable({ count, rounds, peak, memory, times: found }) {
  const floorOf = (name) => found[/check/.test(name) ? 'jose: check' : 'jose: sign'].median;
  return [
    `${count} badges, median of ${rounds}; peak of the process ${mb(peak)}`,
    table([
      ['', 'all', 'a second', 'beside jose', 'kept'],
      ...Object.entries(found).map(([name, { median }]) => [
        name,
        ms(median),
        Math.round((count / median) * 1_000),
        times(median / floorOf(name)),
        // Less than nothing is what was collected of the round before.
        mb(Math.max(0, memory[name] * 1e6)),
      ]),
    ]),
  ].join('\n');
}

/**
 * Ours against floor and peer. `reached` is left out where ours did not run.
 * @returns {{ row: string, what: string, ours: string, floor: string, peer: string, ratio: string, target: string, reached: boolean }[]}
 */
export function verdicts(results, ours) {
  const { size, large, draft, desks } = results;
  const list = [];
  const add = (row, what, values, format, limit, byFloor = true) => {
    if (values.ours === undefined) return;
    const ratio = values.ours / values.floor;
    list.push({
      row,
      what,
      ours: format(values.ours),
      floor: format(values.floor),
      peer: format(values.peer),
      ratio: Number.isFinite(ratio) ? times(ratio) : '–',
      target: byFloor ? `≤ ${limit} ×` : `≤ ${format(limit)}`,
      reached: (byFloor ? ratio : values.ours) <= limit,
    });
  };
  const take = (found, pick) => {
    const of = (id) => (found?.[id] ? pick(found[id]) : undefined);
    return (id) => ({ ours: of(id), floor: of('lit'), peer: of('survey') });
  };
  for (const { id, title } of ours) {
    add('1', `${title}: JS and CSS`, take(size, (it) => it.bytesNeeded)(id), kb, 30_000, false);
    add('2', `${title}: navigation to interactive`, take(size, (it) => it.interactive.median)(id), ms, 1.1);
    add('3', `${title}: 500 criteria ready`, take(large, (it) => it.ready.median)(id), ms, 0.7);
    add('3', `${title}: change to total painted`, take(large, (it) => it.change.median)(id), ms, 0.7);
    add('3', `${title}: the same, p95`, take(large, (it) => it.change.p95)(id), ms, 0.7);
    add('3', `${title}: JS heap`, take(large, (it) => it.heap)(id), mb, 1.5);
  }
  if (desks) {
    const { 'htsd-review': own, 'htsd-loader': form } = desks;
    const beside = (pick) => ({ ours: pick(own), floor: pick(form), peer: undefined });
    add(
      'desks',
      'review of 500 ready, beside the form',
      beside((it) => it.ready.median),
      ms,
      2,
    );
    add(
      'desks',
      'mark to total painted, beside the form',
      beside((it) => it.change.median),
      ms,
      1.5,
    );
    add(
      'desks',
      'the same, p95',
      beside((it) => it.change.p95),
      ms,
      1.5,
    );
  }
  if (draft) {
    const values = { ours: draft.save.median, floor: draft.put.median, peer: undefined };
    add('5', 'save of a draft', values, ms, 1.3);
  }
  fundVerdicts(results, add);
  gaugeVerdicts(results, add);
  areaVerdicts(results, add);
  return list;
}

/** The verdicts as a table for the terminal. */
export function verdictTable(list) {
  return table([
    ['row', 'what', 'ours', 'floor', 'peer', 'ratio', 'target', ''],
    ...list.map((it) => [
      it.row,
      it.what,
      it.ours,
      it.floor,
      it.peer,
      it.ratio,
      it.target,
      it.reached ? 'reached' : 'NOT REACHED',
    ]),
  ]);
}
