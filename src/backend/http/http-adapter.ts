export { createHttpAdapter } from './server-adapter.js';
export { createMappedAdapter, type MappedAdapterOptions } from './mapped/mapped-adapter.js';
export { checkMapping, type MappingFault } from './mapped/check-mapping.js';
export { createChangesPull, type ChangesPull, type PulledChanges } from './pull-changes.js';
export type { HttpAdapterOptions } from './transport-to.js';
export { tokenSource, type TokenSource } from './token-source.js';
export type { Mapping } from './mapped/mapping.schema.js';
