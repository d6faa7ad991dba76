import type { ReviewSession, ReviewView } from '../../src/client/review.types.js';
import type { Evidence } from '../../src/domain/answer.schema.js';
import type { LanguageController } from '../base/language.js';

/** What one open review is drawn from. The parts are functions of this and keep nothing themselves. */
export interface ReviewContext {
  readonly view: ReviewView;
  readonly session: ReviewSession;
  readonly l: LanguageController;
  /** It is being judged, by this person: marks and remarks can be typed. */
  readonly open: boolean;
  /** The reviewer tried to end the review: what is missing may be pointed at. */
  readonly tried: boolean;
  /** The page went on where the reviewer had left. */
  readonly resumed: boolean;
  /** The bytes of a file. Rejects as the back end's files do. */
  readonly openFile: (evidence: Extract<Evidence, { kind: 'file' }>) => Promise<Blob>;
  /** Draws small pictures of evidence; undefined until it is loaded. */
  readonly thumbnails: typeof import('../base/thumbnail.js') | undefined;
  readonly preview: (evidence: Extract<Evidence, { kind: 'file' }>) => void;
  readonly go: (criterion: string) => void;
}
