// What writing a subject or an assessment needs beyond the others: the lines of the register and the tallies.
export { createRegisterReader } from './register-reader.js';
export { addToTallies, readLine, writeLines } from './register-rows.js';
export { isSettled, settle, settledUpto } from './settle-register.js';
