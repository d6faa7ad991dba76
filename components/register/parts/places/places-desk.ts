import { painted } from '../../../../src/client/ledger/slices.js';
import {
  importParts,
  planParts,
  readKnownPlaces,
  type ImportedParts,
  type KnownPlaces,
  type PartStep,
} from '../../../../src/client/register/import-places.js';
import {
  importPlaces,
  largestPlacesFile,
  type ImportedPlaces,
} from '../../../../src/domain/locality/import/index.js';
import { ImportRun } from '../../../base/import/import-run.js';
import type { RegisterHost } from '../../register-host.js';

export type PlacesPhase = 'opening' | 'choose' | 'reading' | 'preview' | 'writing';

/** Lists of places on their way from files into the back end. */
export class PlacesDesk extends ImportRun<PlacesPhase> {
  readonly host: RegisterHost;
  known: KnownPlaces | undefined;
  names: readonly string[] = [];
  read: ImportedPlaces | undefined;
  /** Where the list comes from, as the person says. */
  source = '';
  /** Lines with errors are left out; the person said so. */
  leaveOut = false;
  refused: Extract<ImportedParts, { status: 'refused' }> | undefined;
  /** Parts that were written before the person stopped. */
  stopped: number | undefined;
  /** What is to be written. */
  #steps: readonly PartStep[] = [];
  /** Some of it may be written: the last attempt got no answer. */
  #unsure = false;

  constructor(host: RegisterHost) {
    super(host, 'opening');
    this.host = host;
    void this.open();
  }

  /** Something is new, can be used, and the person agreed to what is left out. */
  get ready(): boolean {
    const { phase, read } = this;
    return (
      phase === 'preview' && read !== undefined && read.sound && this.news && (!read.failed || this.leaveOut)
    );
  }

  /** The files bring what is not known. */
  get news(): boolean {
    return this.#steps.length > 0;
  }

  /** Reads what there is already. */
  async open(): Promise<void> {
    await this.#do('opening', 'opening', async (signal) => {
      this.known = await readKnownPlaces(this.host.session.client, signal);
      this.phase = 'choose';
    });
  }

  /** Reads files and checks every line of them. */
  async choose(files: readonly File[]): Promise<void> {
    const { known } = this;
    if (!known || files.length === 0) return;
    this.read = undefined;
    this.leaveOut = false;
    this.names = files.map(({ name }) => name);
    if (this.source === '') this.source = this.names.join(', ').slice(0, 200);
    await this.#do('reading', 'choose', async () => {
      const { communesByProvince: expected } = await import('../../../../src/presets/provinces.js');
      const all = await Promise.all(
        files.map(async (file) => ({
          name: file.name,
          // One that is too large is refused without being read: a byte more than the limit says it all.
          bytes: new Uint8Array(await file.slice(0, largestPlacesFile + 1).arrayBuffer()),
        })),
      );
      await painted();
      this.read = importPlaces(all, { base: known.gazetteer, expected, source: this.#source() });
      this.#steps = this.read.sound ? planParts(known, this.read.gazetteer) : [];
      this.phase = 'preview';
      this.host.focus('#places-preview');
    });
  }

  /** Writes what is new. What is written stays written, also where the person stops. */
  async enter(): Promise<void> {
    const { host, read } = this;
    if (!this.known || !read || !this.ready) return;
    host.focus('[data-do=stop]');
    let written = 0;
    const stopped = await this.#do('writing', 'preview', async (signal) => {
      const { client } = host.session;
      if (this.#unsure) {
        this.known = await readKnownPlaces(client, signal);
        this.#steps = planParts(this.known, read.gazetteer);
      }
      this.#unsure = true;
      const known = this.known!;
      const done = await importParts(client, known, this.#steps, this.#source(), signal, (share) => {
        written += 1;
        this.tell(share);
      });
      this.#unsure = false;
      if (done.status === 'done') {
        host.close();
        host.say(host.l.t('register-places.done'));
        return host.list.refresh();
      }
      this.refused = done;
      // What is known is other than before: the files are held against it anew.
      this.known = await readKnownPlaces(client, signal);
      this.read = undefined;
      this.end('choose');
    });
    if (!stopped) return;
    this.stopped = written;
    await this.open();
    host.focus('#dialog-title');
  }

  #source(): { name: { vi: string } } {
    const name = this.source.trim() || this.names.join(', ');
    return { name: { vi: this.host.l.t('register-places.source.unchecked', { name }) } };
  }

  /** True where the person stopped it. */
  async #do(
    phase: PlacesPhase,
    back: PlacesPhase,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<boolean> {
    this.refused = undefined;
    if (phase !== 'opening') this.stopped = undefined;
    const signal = this.begin(phase);
    try {
      await work(signal);
    } catch (error) {
      return this.failed(error, signal, back);
    }
    this.host.changed();
    return false;
  }
}
