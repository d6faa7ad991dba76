/**
 * The composition root as an import: adapters and the default client are in place before any element after this
 * line is registered. An element that is in the page already asks for its client the moment it is registered.
 */
import { installAdapters } from './adapters.js';
import { installDefaultClient } from './default-client.js';

installAdapters();
installDefaultClient();
