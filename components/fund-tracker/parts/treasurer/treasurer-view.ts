import { html, nothing, type TemplateResult } from 'lit';
import { openFundSession } from '../../../../src/client/fund-session.js';
import type { FundSession } from '../../../../src/client/fund/fund-desk.types.js';
import type { FundKind } from '../../../../src/client/fund/waiting.types.js';
import { toProblem } from '../../../../src/client/problem.js';
import { mayUse } from '../../../../src/domain/permissions.js';
import type { FundHost, FundOutcome, FundView, FundViewModule } from '../../fund-view.js';
import { rowWindowStyles } from '../../../base/row-window.styles.js';
import { windowStyles } from '../ledger-window/window.styles.js';
import { deskView } from './desk-view.js';
import { Desk } from './desk.js';
import { LedgerSection } from './ledger/ledger-section.js';
import type { OpeningDesk } from './open/opening-desk.js';
import { Sections } from './sections.js';
import { treasurerTexts } from './texts.js';
import { deskStyles } from './treasurer.styles.js';

export const texts: FundViewModule['texts'] = treasurerTexts;
export const styles: FundViewModule['styles'] = [rowWindowStyles, windowStyles, deskStyles];

/** What brings somebody here: he keeps the books, or agrees to payments. */
const wanted: readonly FundKind[] = ['fund.record', 'fund.approve', 'fund.update'];

/** The fund as its treasurer keeps it. */
export function openView(host: FundHost): FundView {
  return new TreasurerView(host);
}

class TreasurerView implements FundView {
  readonly #host: FundHost;
  #desk: Desk | undefined;
  #sections: Sections | undefined;
  /** In the place of the desk where there is no fund yet. */
  #opening: OpeningDesk | undefined;
  #unwatch: (() => void) | undefined;
  #disposed = false;

  constructor(host: FundHost) {
    this.#host = host;
  }

  async load(signal: AbortSignal): Promise<FundOutcome> {
    const { actor, client, fund } = this.#host;
    if (!actor || !wanted.some((kind) => mayUse(actor, kind))) return 'forbidden';
    let session: FundSession;
    try {
      session = await openFundSession(client, { actor, fund, signal });
    } catch (error) {
      const may = toProblem(error).code === 'not-found' && mayUse(actor, 'fund.open');
      if (may && (await this.#offer(signal))) return 'shown';
      throw error;
    }
    if (this.#disposed || !wanted.some((kind) => session.may(kind))) {
      session.dispose();
      return 'forbidden';
    }
    const desk = (this.#desk = new Desk(this.#host, session));
    this.#sections = new Sections(desk, new LedgerSection(desk));
    this.#unwatch = session.subscribe(() => this.#host.changed());
    return 'shown';
  }

  /** Offers to open the fund, to who may: fetched then, and only then. False where the id can be that of none. */
  async #offer(signal: AbortSignal): Promise<boolean> {
    const { openOpening } = await import('./open/opening-desk.js');
    const opening = await openOpening(this.#host, signal);
    if (this.#disposed) opening?.dispose();
    else this.#opening = opening;
    return opening !== undefined;
  }

  render(): TemplateResult {
    if (this.#opening) return this.#opening.render();
    return this.#desk && this.#sections ? deskView(this.#desk, this.#sections) : html`${nothing}`;
  }

  drawn(): void {
    this.#sections?.drawn();
    const element = this.#host.root.querySelector<HTMLDialogElement>('dialog.desk-dialog');
    const dialog = this.#desk?.dialog;
    if (dialog && element && !element.open) element.showModal();
    dialog?.drawn?.();
  }

  dispose(): void {
    this.#disposed = true;
    this.#unwatch?.();
    this.#opening?.dispose();
    this.#sections?.dispose();
    this.#desk?.session.dispose();
  }
}
