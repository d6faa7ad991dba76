import { ms, spread, table } from './figures.mjs';

/** The key that takes longest, each by its median over the visits. */
const slowest = ({ keys }) => keys.reduce((most, one) => (one.took > most.took ? one : most));

const count = (value) => value.toLocaleString('en');

/** What places, counts and register came to. */
export function areaDetails({ places, tallies, register }, titles) {
  const parts = [];
  if (places)
    parts.push(
      `A key among ${count(places.entries)} places, CPU 4×; indexing ${ms(places.indexing)}, longest slice ${ms(places.slice)}`,
      table([
        ['', 'a key', 'longest'],
        ['HTSD', spread(places.keys), ms(places.keys.max)],
        ['plain filter over folded strings', spread(places.floor), ms(places.floor.max)],
      ]),
      '',
    );
  if (tallies) {
    const [{ derived, filled: _filled, ...rest }] = Object.values(tallies);
    const names = Object.keys(rest);
    parts.push(
      'Counts and register in IndexedDB, by the number of assessments',
      table([
        ['', ...names, 'written'],
        ...Object.entries(tallies).map(([size, it]) => [
          count(Number(size)),
          ...names.map((name) => ms(it[name])),
          `${(it.filled / 1000).toFixed(1)} s`,
        ]),
      ]),
      `Register of 1,000 derived from records that had none: ${ms(derived)}`,
      '',
    );
  }
  if (register) {
    const { entering, ...shown } = register;
    parts.push(
      'Register of 10,000, painted; keys and sorts with CPU 4×',
      table([
        ['', 'first rows', 'a key', 'the slowest, median', 'longest', '≥ 50 ms', 'sort', 'longest'],
        ...Object.entries(shown).map(([id, it]) => [
          titles.get(id),
          spread(it.first),
          spread(it.key),
          `${ms(slowest(it).took)} ("${slowest(it).text}")`,
          ms(it.key.max),
          `${it.late} of ${it.key.n}`,
          spread(it.sort),
          ms(it.sort.max),
        ]),
      ]),
      `Import of 10,000: ${ms(entering.took)}, told ${entering.told} times, longest frame ${ms(entering.longest)}; ` +
        `given up within ${ms(entering.givenUp)}, ${entering.left === 0 ? 'nothing' : 'SOMETHING'} left`,
      '',
    );
  }
  return parts.join('\n');
}

/** Ours against floor and limits, by `add` of the report. */
export function areaVerdicts({ places, tallies, register }, add) {
  if (places) {
    const values = { ours: places.keys.max, floor: places.floor.max };
    add('places', 'longest key among all communes, CPU 4×', values, ms, 50, false);
  }
  if (tallies) {
    const sizes = Object.keys(tallies).map(Number);
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    const values = { ours: tallies[most].gauge, floor: tallies[least].gauge };
    add('tallies', `a gauge's counts: ${count(most)} beside ${count(least)}`, values, ms, 1.5);
  }
  if (register) {
    const { ours, plain } = register;
    const beside = (pick) => ({ ours: pick(ours), floor: pick(plain) });
    add(
      'register',
      'first rows of 10,000',
      beside((it) => it.first.median),
      ms,
      1.3,
    );
    add(
      'register',
      'a key, CPU 4×',
      beside((it) => it.key.median),
      ms,
      50,
      false,
    );
    add(
      'register',
      'the slowest key (median of its visits), CPU 4×',
      beside((it) => slowest(it).took),
      ms,
      50,
      false,
    );
  }
}
