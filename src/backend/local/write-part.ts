// Everything that a command needs; loaded with the first one, because reading a form must not wait for the rules of writing.
export { applyCommands } from '../apply.js';
export { createLocalStore } from './local-store.js';
