import type { CSSResult, TemplateResult } from 'lit';
import type { Outbox, OutboxItem } from '../../src/client/outbox/outbox.types.js';
import type { FocusTarget } from '../base/focus-next.js';
import type { LanguageController } from '../base/language.js';

/** A dialog over the list. */
export interface SyncDialog {
  render(): TemplateResult;
}

/** What the list asks of the element that it stands in. */
export interface SyncHost {
  readonly l: LanguageController;
  readonly outbox: Outbox;
  changed(): void;
  /** Opens a dialog, or draws it anew. */
  show(dialog: SyncDialog): void;
  close(): void;
  focus(target: FocusTarget): void;
  /** Says something aloud. */
  say(words: string): void;
  /** The person wants to see the record. */
  open(item: OutboxItem): void;
  /** The person has confirmed; false where the page keeps it. */
  mayDiscard(item: OutboxItem): boolean;
  report(error: unknown): void;
  /** Where everything is drawn. */
  root(): ParentNode;
  /** Adds styles that come with the list. */
  style(styles: readonly CSSResult[]): void;
}
