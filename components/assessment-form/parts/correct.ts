/** Correcting what was registered. */
export { RegistrationDesk } from '../registration-desk.js';
export { registrationDialog } from './registration-view.js';
