// What writing a subject or an assessment needs beyond the others: the lines of the register and the tallies.
export { createAreaReader } from './area-reader.js';
export { addToTallies, areaVersion, writeAreas } from './area-rows.js';
export { isSettled, settle, settledUpto } from './settle-register.js';
