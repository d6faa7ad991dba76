export { largestPlacesFile } from './decode-file.js';
export { importCodes } from './import-report.js';
export type { ImportCode, ImportPlace, ImportRemark, ImportSeverity } from './import-report.js';
export { importPlaces, twoTiersFrom } from './import-places.js';
export type { ImportedPlaces, ImportOptions, PlacesFile } from './import-places.js';
