/**
 * The composition root of one element's own file, as an import: an element that is in the page already asks for its client
 * the moment it is registered. Other back ends come with a provider, which brings them.
 */
import { installDefaultClient } from './default-client.js';

installDefaultClient();
