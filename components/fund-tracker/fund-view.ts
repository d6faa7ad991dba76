import type { CSSResult, TemplateResult } from 'lit';
import type { Client } from '../../src/client/client.types.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { LanguageController, Texts } from '../base/language.js';

/** Who looks at the fund: anybody, also with the funds below it, the one who keeps it, those who inspect it. */
export type FundViewName = 'public' | 'roll-up' | 'treasurer' | 'inspection';

/** What came of loading a view; a failure is thrown. */
export type FundOutcome = 'shown' | 'empty' | 'not-found' | 'forbidden';

/** What is shown: a view of the fund, or why there is none. */
export type FundPhase = FundOutcome | 'loading' | 'offline' | 'error' | 'damaged' | 'unsupported';

/** What the element gives to the view that it shows. */
export interface FundHost {
  readonly client: Client;
  /** Id of the fund. */
  readonly fund: string;
  /** Who is asking, as the session says; null for a visitor. */
  readonly actor: Actor | null;
  readonly l: LanguageController;
  readonly root: ShadowRoot;
  /** Draws the element again. */
  changed(): void;
  /** Moves the focus there once it is drawn. */
  focus(selector: string): void;
  /** Loads the view anew, for a person who pressed "try again", or after what changed the fund. */
  reload(): Promise<void>;
  /** Tells the page about a failure; the person reads the view's own sentence. */
  report(error: unknown): void;
  /** Sends an event from the element; false where the page cancelled it. */
  emit(event: Event): boolean;
}

/** One face of the fund. It keeps its own state and draws it; the element shows it once it is loaded. */
export interface FundView {
  load(signal: AbortSignal): Promise<FundOutcome>;
  render(): TemplateResult;
  /** After each drawing. */
  drawn?(): void;
  dispose(): void;
}

/** What the file of a view offers; it is fetched when somebody looks at the view. */
export interface FundViewModule {
  readonly texts: readonly Texts[];
  readonly styles: readonly CSSResult[];
  openView(host: FundHost): FundView;
}

/** The views, each in a file of its own: a visitor fetches nothing of the treasurer's. */
export const fundViews: Readonly<Record<FundViewName, () => Promise<FundViewModule>>> = {
  public: () => import('./parts/public/public-view.js'),
  'roll-up': () => import('./parts/roll-up/roll-up-view.js'),
  treasurer: () => import('./parts/treasurer/treasurer-view.js'),
  inspection: () => import('./parts/inspection/inspection-view.js'),
};
