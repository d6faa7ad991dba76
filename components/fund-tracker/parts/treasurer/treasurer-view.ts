import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { openFundSession } from '../../../../src/client/fund-session.js';
import type { FundSession } from '../../../../src/client/fund/fund-desk.types.js';
import type { FundKind } from '../../../../src/client/fund/waiting.types.js';
import { isAbort, toProblem } from '../../../../src/client/problem.js';
import { mayUse } from '../../../../src/domain/permissions.js';
import type { FundHost, FundOutcome, FundView, FundViewModule } from '../../fund-view.js';
import { stateView } from '../../state-view.js';
import { elementOf } from '../element-of.js';
import { FocusNext } from '../../../base/focus-next.js';
import { rowWindowStyles } from '../../../base/row-window.styles.js';
import { windowStyles } from '../ledger-window/window.styles.js';
import { deskView } from './desk-view.js';
import { Desk } from './desk.js';
import { reloadAfter, takeLeftOver } from './left-over.js';
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

class TreasurerView implements FundView, ReactiveController {
  readonly #host: FundHost;
  readonly #focus: FocusNext;
  /** What was done before the fund was loaded anew. */
  readonly #left: ReturnType<typeof takeLeftOver>;
  /** It could not be: what was done is said all the same. */
  #failed: 'offline' | 'error' | undefined;
  #desk: Desk | undefined;
  #sections: Sections | undefined;
  /** In the place of the desk where there is no fund yet. */
  #opening: OpeningDesk | undefined;
  #unwatch: (() => void) | undefined;
  #disposed = false;

  constructor(host: FundHost) {
    const element = elementOf(host);
    // Before the focus moves: a dialog has to be open by then.
    element.addController(this);
    const focus = (this.#focus = new FocusNext(element));
    this.#host = { ...host, focus: (selector) => focus.to(selector) };
    this.#left = takeLeftOver(host);
    if (this.#left) focus.to(`${this.#left.focus}, [part=fund] > [role=alert] button`);
  }

  async load(signal: AbortSignal): Promise<FundOutcome> {
    try {
      return await this.#load(signal);
    } catch (error) {
      if (!this.#left?.said || isAbort(error)) throw error;
      this.#failed = toProblem(error).code === 'offline' ? 'offline' : 'error';
      this.#host.report(error);
      return 'shown';
    }
  }

  async #load(signal: AbortSignal): Promise<FundOutcome> {
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
    const desk = (this.#desk = new Desk(this.#host, session, this.#left?.said));
    this.#sections = new Sections(desk, new LedgerSection(desk));
    this.#unwatch = session.subscribe(() => {
      if (session.getState().erased) void reloadAfter(this.#host, '#desk-title', desk.said);
      else this.#host.changed();
    });
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

  /** Why the fund cannot be shown, below what was done. */
  #failure(phase: 'offline' | 'error'): TemplateResult {
    const { l } = this.#host;
    const { focus, said } = this.#left!;
    const again = (): void => void reloadAfter(this.#host, focus, said);
    return html`<p class="notice good" role="status">${said ? l.t(said.key, said.params) : nothing}</p>
      ${stateView(l, phase, again)}`;
  }

  render(): TemplateResult {
    if (this.#failed) return this.#failure(this.#failed);
    if (this.#opening) return this.#opening.render();
    return this.#desk && this.#sections ? deskView(this.#desk, this.#sections) : html`${nothing}`;
  }

  hostUpdated(): void {
    this.#sections?.drawn();
    const element = this.#host.root.querySelector<HTMLDialogElement>('dialog.desk-dialog');
    const dialog = this.#desk?.dialog;
    if (dialog && element && !element.open) element.showModal();
    dialog?.drawn?.();
  }

  dispose(): void {
    this.#disposed = true;
    const element = elementOf(this.#host);
    element.removeController(this);
    element.removeController(this.#focus);
    this.#unwatch?.();
    this.#opening?.dispose();
    this.#sections?.dispose();
    this.#desk?.session.dispose();
  }
}
