import { sha256 as hash } from '@noble/hashes/sha2.js';
import { toHex, toUtf8 } from '../format/bytes.js';
import type { JsonObject } from '../format/json.js';
import { loadContext } from './contexts.js';
import { leanContext } from './lean-context.js';
import {
  Canonizer,
  ContextResolver,
  expand,
  getInitialContext,
  safeEventHandler,
  toRDF,
} from './json-ld-libraries.js';

/** Milliseconds; a badge takes one. A graph that needs longer was made to. */
const maxMs = 1_000;

const processingMode = 'json-ld-1.1';

/** Contexts do not change: what was worked out for one badge serves the next, if it starts from the same one. */
const resolved = new Map<string, unknown>();
const initial = leanContext(getInitialContext({ processingMode }));

/**
 * A document as canonical N-Quads (RDFC-1.0). Throws where a word in it has no meaning in its contexts, because such a
 * word would not be signed, and where the graph takes too long. Strings in `@context` must be known ones.
 */
export async function canonize(document: JsonObject, activeCtx = initial): Promise<string> {
  const options = {
    base: '',
    processingMode,
    documentLoader: loadContext,
    contextResolver: new ContextResolver({ sharedCache: resolved }),
    eventHandler: [safeEventHandler],
    keepFreeFloatingNodes: false,
  };
  const element: unknown = JSON.parse(JSON.stringify(document));
  const expanded = await expand({ activeCtx, element, options });
  const nodes = expanded === null ? [] : Array.isArray(expanded) ? (expanded as object[]) : [expanded];
  const canonizer = new Canonizer({ createMessageDigest, maxWorkFactor: 2, timeout: maxMs });
  return canonizer.main(toRDF(nodes, options));
}

/** SHA-256 for the canonizer: its own needs Node or a secure page. */
function createMessageDigest(): { update(text: string): void; digest(): string } {
  const digest = hash.create();
  return { update: (text) => void digest.update(toUtf8(text)), digest: () => toHex(digest.digest()) };
}
