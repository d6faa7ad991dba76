/**
 * The composition root of a file with the provider in it, as an import: back ends to choose from and the default client are
 * in place before any element after this line is registered.
 */
import { installAdapters } from './adapters.js';
import './install-default.js';

installAdapters();
