import type { TemplateResult } from 'lit';
import { readForm } from '../../../../src/client/fund/entry-form.js';
import type { Acted, FundDeskView, FundSession, Wish } from '../../../../src/client/fund/fund-desk.types.js';
import type { FundKind } from '../../../../src/client/fund/waiting.types.js';
import { isAbort } from '../../../../src/client/problem.js';
import type { Category } from '../../../../src/domain/fund/fund.schema.js';
import { formatDong } from '../../../../src/i18n/format-dong.js';
import type { LanguageController } from '../../../base/language.js';
import type { FundHost } from '../../fund-view.js';
import type { Said } from './left-over.js';

/** What stands in the dialog of the desk; there is one at a time. */
export interface DeskDialog {
  /** Draws the dialog's form, whose heading has the id `dialog-title`. */
  render(): TemplateResult;
  /** After each drawing. */
  drawn?(): void;
  /** It was closed, by whatever means. */
  closed?(): void;
}

/** A part of the desk that is looked at by itself. */
export interface DeskSection {
  render(): TemplateResult;
  drawn?(): void;
  dispose?(): void;
}

/** What the parts of the treasurer's desk share. */
export class Desk {
  readonly host: FundHost;
  readonly session: FundSession;
  dialog: DeskDialog | undefined;
  said: Said | undefined;
  /** Key of the sentence why something was not to be had that is fetched, or made, in this page. */
  failure: string | undefined;

  constructor(host: FundHost, session: FundSession, said: Said | undefined) {
    this.host = host;
    this.session = session;
    this.said = said;
  }

  get view(): FundDeskView {
    return this.session.getState();
  }

  get l(): LanguageController {
    return this.host.l;
  }

  get busy(): boolean {
    return this.view.act.status === 'sending';
  }

  /** "1.250.000 đ". */
  readonly money = (dong: number): string => formatDong(dong, this.l.lang);

  category(id: string | undefined): Category | undefined {
    return this.view.fund.categories.find((one) => one.id === id);
  }

  /** A form as it was typed, upon a fresh one. */
  form<T extends object>(name: string, fresh: T): T {
    return readForm(fresh, this.view.typed[name]);
  }

  /** Keeps what was typed, and draws what depends on it. */
  type(name: string, form: object | undefined): void {
    this.session.type(name, form);
  }

  /** Keeps what was changed of a form. What nobody has touched follows what it begins with, as the day does. */
  put(name: string, change: object): void {
    this.type(name, { ...this.view.typed[name], ...change });
  }

  show(dialog: DeskDialog): void {
    this.settle();
    this.dialog = dialog;
    this.host.changed();
  }

  close(): void {
    this.dialog = undefined;
    this.host.root.querySelector<HTMLDialogElement>('dialog.desk-dialog')?.close();
    this.host.changed();
  }

  /** Takes away why the last act, or paper, came to nothing. */
  settle(): void {
    this.failure = undefined;
    this.session.settle();
  }

  /** Says what was done where everybody looks for it. */
  say(key: string, params: Said['params'] = {}): void {
    this.said = { key, params };
    this.host.changed();
  }

  /** Says what could not be had, in the dialog where one is open. */
  fail(key: string): void {
    this.failure = key;
    this.host.focus('#trouble');
  }

  /** Does it; what failed or was refused stands in `view.act` for the sentence. True where it was done. */
  async act<K extends FundKind>(wish: Wish<K>): Promise<Acted> {
    this.said = this.failure = undefined;
    const acted = await this.session.act(wish).catch((error: unknown): Promise<Acted> => {
      if (!isAbort(error) || wish.signal?.aborted) throw error;
      // Nobody stopped it: the desk is gone, and whoever waits here with it.
      return new Promise(() => undefined);
    });
    if (acted.status === 'failed') this.host.report(acted.problem);
    // On a phone the sentence stands far above the button that was pressed.
    if (['failed', 'rejected'].includes(this.view.act.status)) this.host.focus('#trouble, #refused');
    return acted;
  }
}
