import type { TemplateResult } from 'lit';
import { openFundOpening, type FundOpening } from '../../../../../src/client/fund/fund-opening.js';
import {
  readOpening,
  type OpeningFault,
  type OpeningForm,
} from '../../../../../src/client/fund/opening-form.js';
import { FundId, type Regime } from '../../../../../src/domain/fund/fund.schema.js';
import type { FundPreset } from '../../../../../src/presets/fund-categories.js';
import type { FundHost } from '../../../fund-view.js';
import { reloadAfter, type Said } from '../left-over.js';
import { openingView } from './opening-view.js';
import { openingTexts } from './texts.js';

/** What a person works at who opens a fund. */
export class OpeningDesk {
  readonly host: FundHost;
  readonly presets: Readonly<Record<Regime, FundPreset>>;
  readonly #opening: FundOpening;
  readonly #unwatch: () => void;
  /** The person pressed the button: from then on faults are told. */
  #tried = false;

  constructor(host: FundHost, opening: FundOpening, presets: OpeningDesk['presets']) {
    this.host = host;
    this.presets = presets;
    this.#opening = opening;
    this.#unwatch = opening.subscribe(() => host.changed());
  }

  get view(): ReturnType<FundOpening['getState']> {
    return this.#opening.getState();
  }

  get session(): Pick<FundOpening, 'flush' | 'today'> {
    return this.#opening;
  }

  get l(): FundHost['l'] {
    return this.host.l;
  }

  get busy(): boolean {
    return this.view.act.status === 'sending';
  }

  get faults(): readonly OpeningFault[] {
    return this.#tried ? this.#read().faults : [];
  }

  #read(): ReturnType<typeof readOpening> {
    const categoriesOf = (regime: Regime) => this.presets[regime].categories;
    return readOpening(this.view.form, this.#opening.today, categoriesOf);
  }

  put(change: Partial<OpeningForm>): void {
    this.#opening.put(change);
  }

  clear(): void {
    this.#tried = false;
    this.#opening.clear();
    this.host.focus('#d-open-name');
  }

  /** Opens the fund, and shows its desk. */
  async open(): Promise<void> {
    if (this.busy) return;
    const { payload } = this.#read();
    this.#tried = !payload;
    if (!payload) {
      this.host.changed();
      this.host.focus('#open-faults');
      return;
    }
    const acted = await this.#opening.open(payload);
    if (acted.status === 'failed') this.host.report(acted.problem);
    if (acted.status === 'done')
      await this.leave('#begin', { key: 'open.done', params: { name: payload.name } });
    else this.host.focus('#trouble');
  }

  /** To the books that are there now; what is typed here belongs to none. */
  async leave(focus = '#desk-title', said?: Said): Promise<void> {
    this.#opening.clear();
    await reloadAfter(this.host, focus, said);
  }

  render(): TemplateResult {
    return openingView(this);
  }

  dispose(): void {
    this.#unwatch();
    this.#opening.dispose();
  }
}

/** The form for a fund that is not there; undefined where the id cannot be that of one. Errors: those of the session. */
export async function openOpening(host: FundHost, signal: AbortSignal): Promise<OpeningDesk | undefined> {
  const { actor, client, fund } = host;
  if (!actor || !FundId.safeParse(fund).success) return undefined;
  const [opening, { fundPresets }] = await Promise.all([
    openFundOpening(client, { actor, fund, signal }),
    import('../../../../../src/presets/fund-categories.js'),
  ]);
  host.l.add(openingTexts);
  return new OpeningDesk(host, opening, fundPresets);
}
