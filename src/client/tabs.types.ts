export type TabRole = 'editor' | 'follower';

export interface TabHandlers {
  /** The role changed after `ready`. */
  onRole(role: TabRole): void;
  /** Another tab of the same assessment said something. */
  onMessage(message: unknown): void;
  /** Editor: a tab joined or asks; what it should know. */
  welcome(): unknown;
  /** Editor: another tab wants to edit. When this resolves, everything is on disk. */
  yield(): Promise<void>;
}

/** This tab among those that show the same assessment. */
export interface Tabs {
  /** The role that the tab starts in. */
  readonly ready: Promise<TabRole>;
  role(): TabRole;
  /** Becomes the editor: the other tab saves first; one that does not answer is overridden after two seconds. */
  takeOver(): Promise<void>;
  /** Says something to the other tabs. */
  send(message: unknown): void;
  leave(): void;
}

/** How the one editor is agreed upon: by the browser's locks, or by talking where it has none. */
export interface Election {
  /** Resolves with the first role. */
  start(): Promise<TabRole>;
  /** Makes this tab the editor, whoever was. */
  seize(): Promise<void>;
  /** A message of the election itself, from another tab. */
  onMessage(message: ElectionMessage): void;
  stop(): void;
}
export interface ElectionMessage {
  kind: 'who' | 'me' | 'bye';
  from: string;
  /** Grows with every new editor. */
  term: number;
}
