/** The page's back end: a store of its own, filled once by the commands that anybody sends. */
import { presets } from '/htsd/lib/presets.js';
import { backendFor, remote } from './backend.js';
import { ownTargets, toldActivity, toldFigures } from './province-figures.js';
import { sampleProvince, withPlaces } from './province-places.js';
import { sampleFigures, sampleSubjects } from './province-sample.js';

/** Sample and press are another store than that of the portal's other pages. */
const name = 'htsd-tinh';
const clerk = { id: 'nhap-lieu', name: 'Người nhập số liệu', roles: ['admin'], scope: ['*'] };
/** Raised when what is entered changes. */
const edition = 1;

/** What comes with the library, and what this page adds to it. A server is told of that by commands. */
export const catalog = {
  ...presets,
  async references() {
    const { places, indicators, targets } = await presets.references();
    return {
      places: withPlaces(places),
      indicators,
      targets: [...targets, ...ownTargets],
    };
  },
};

/** The back end as a person sees it. */
export const openBackend = (actor, known = catalog) => backendFor(actor, { name, catalog: known });

/** The same with those provinces alone of which something is told: a report looks at the list of each province. */
const few = {
  ...catalog,
  async references() {
    const all = await catalog.references();
    const told = new Set(['01', '17', '25', '26', sampleProvince]);
    const places = all.places.map((part) => ({
      ...part,
      localities: part.localities.filter(({ level, code }) => level !== 'province' || told.has(code)),
      events: part.events.filter(({ before }) =>
        before.every((key) => part.id !== 'nation' || told.has(key.slice(0, 2))),
      ),
    }));
    return { ...all, places };
  },
};

const batch = 50;

/** Places and targets for a server, which knows those that come with the library. */
async function referenceCommands() {
  const { places } = await catalog.references();
  const own = ['nation', '01', sampleProvince].map((part) => {
    const { localities, events } = places.find(({ id }) => id === part);
    const payload = { localities, events };
    return { id: `dia-ban-${part}-${edition}`, kind: 'locality.import', record: part, expected: 0, payload };
  });
  const targets = ownTargets.map(({ id, ...payload }) => {
    return { id: `chi-tieu-${id}-${edition}`, kind: 'target.set', record: id, expected: 0, payload };
  });
  return [...own, ...targets];
}

/** Enters what the press told and what was invented, once. Errors: those of the back end, and what was refused. */
export async function seed() {
  const backend = openBackend(clerk, few);
  try {
    // The last of what is entered.
    const { indicator, place } = toldFigures.at(-1);
    if ((await backend.query('figures.list', { indicator, place })).items.length > 0) return;
    const subjects = sampleSubjects();
    const commands = [
      ...(remote ? await referenceCommands() : []),
      {
        id: `so-minh-hoa-${edition}`,
        kind: 'subject.import',
        record: `so-minh-hoa-${edition}`,
        expected: 0,
        payload: { subjects },
      },
      {
        id: `toa-dam-${edition}`,
        kind: 'activity.record',
        record: 'toa-dam-ha-noi-2020-2025',
        expected: 0,
        payload: toldActivity,
      },
      ...[...sampleFigures, ...toldFigures].map((payload) => {
        const record = `${payload.indicator}:${payload.place}:${payload.figure.asOf}`;
        return { id: `${edition}.${record}`, kind: 'indicator.report', record, expected: 0, payload };
      }),
    ];
    for (let at = 0; at < commands.length; at += batch)
      for (const receipt of await backend.execute(commands.slice(at, at + batch)))
        if (receipt.status !== 'applied' && receipt.status !== 'duplicate')
          throw new Error(`Refused: ${JSON.stringify(receipt)}`);
  } finally {
    await backend.dispose();
  }
}
