import type { TemplateResult } from 'lit';
import { readForm } from '../../../../src/client/fund/entry-form.js';
import type { Acted, FundDeskView, FundSession, Wish } from '../../../../src/client/fund/fund-desk.types.js';
import type { FundKind } from '../../../../src/client/fund/waiting.types.js';
import type { Category } from '../../../../src/domain/fund/fund.schema.js';
import { formatDong } from '../../../../src/i18n/format-dong.js';
import type { LanguageController } from '../../../base/language.js';
import type { FundHost } from '../../fund-view.js';

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

/** What was done a moment ago, as a sentence. */
export interface Said {
  readonly key: string;
  readonly params: Record<string, string | number>;
}

/** What the parts of the treasurer's desk share. */
export class Desk {
  readonly host: FundHost;
  readonly session: FundSession;
  dialog: DeskDialog | undefined;
  said: Said | undefined;

  constructor(host: FundHost, session: FundSession) {
    this.host = host;
    this.session = session;
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

  show(dialog: DeskDialog): void {
    this.session.settle();
    this.dialog = dialog;
    this.host.changed();
  }

  close(): void {
    this.dialog = undefined;
    this.host.root.querySelector<HTMLDialogElement>('dialog.desk-dialog')?.close();
    this.host.changed();
  }

  /** Says what was done where everybody looks for it. */
  say(key: string, params: Said['params'] = {}): void {
    this.said = { key, params };
    this.host.changed();
  }

  /** Does it; what failed or was refused stands in `view.act` for the sentence. True where it was done. */
  async act<K extends FundKind>(wish: Wish<K>): Promise<Acted> {
    this.said = undefined;
    const acted = await this.session.act(wish);
    if (acted.status === 'failed') this.host.report(acted.problem);
    return acted;
  }
}
