import { applyCommands } from '../apply.js';
import { createLocalReader } from './local-reader.js';
import { createLocalStore } from './local-store.js';

// Everything that a command needs; loaded with the first one, because reading a form must not wait for the rules of writing.
export { applyCommands, createLocalReader, createLocalStore };
