export { presets } from './catalog.js';
export type { PresetCatalog } from './catalog.js';
export type { CriteriaSet, CriteriaSetSummary } from '../domain/criteria-set.schema.js';
export { sampleRegistry } from './sample-registry.js';
