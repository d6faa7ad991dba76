export { presets } from './catalog.js';
export type { PresetCatalog } from './catalog.js';
export type { CriteriaSet, CriteriaSetSummary } from '../domain/criteria-set.schema.js';
export { sampleRegistry } from './sample-registry.js';
export { fundPresets, type FundPreset } from './fund-categories.js';
export { sampleAdminCap, sampleAwardScale } from './award-scale.js';
export { communesByProvince, provinces, provincesSource } from './provinces.js';
export { indicators } from './targets/indicators.js';
export { nationalTargets, vinhPhucTargets } from './targets/national.js';
