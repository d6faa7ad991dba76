import { HtsdError, type ErrorCode } from '../errors.js';
import { maxFileMegabytes } from '../file-limit.js';

/** What Moodle's error codes say in the words of the port. Its classes and messages change from release to release. */
const codes: Readonly<Record<string, ErrorCode>> = {
  servicerequireslogin: 'unauthenticated',
  requireloginerror: 'unauthenticated',
  invalidsesskey: 'unauthenticated',
  invalidtoken: 'unauthenticated',
  invalidtimedtoken: 'unauthenticated',
  usernotfullysetup: 'unauthenticated',
  sitepolicynotagreed: 'unauthenticated',
  forcepasswordchangenotice: 'unauthenticated',
  nopermissions: 'forbidden',
  accessexception: 'forbidden',
  noaccess: 'forbidden',
  restrictedcontextexception: 'forbidden',
  errorcoursecontextnotvalid: 'forbidden',
  invalidparameter: 'invalid',
  errorinvalid: 'invalid',
  errornotfound: 'not-found',
  errortoolarge: 'too-large',
  errorbusy: 'server',
  // A function that is not there: the plugin is not installed, or older than this page.
  invalidrecord: 'unsupported',
  servicenotavailable: 'unsupported',
  enablewsdescription: 'unsupported',
};

/** Why a Moodle cannot do it, where the person can be told more than the code says. */
const reasons: Readonly<Record<string, string>> = {
  invalidrecord: 'moodle-plugin',
  servicenotavailable: 'moodle-plugin',
  enablewsdescription: 'web-services',
};

/** The failure that an error code of Moodle stands for; what is not known is the site's own trouble. */
export function failure(errorcode: unknown): HtsdError {
  const known = typeof errorcode === 'string' && Object.hasOwn(codes, errorcode) ? errorcode : undefined;
  if (known === undefined) return new HtsdError('server', { params: { moodle: String(errorcode) } });
  const reason = reasons[known];
  return new HtsdError(codes[known]!, {
    params: {
      moodle: known,
      ...(reason !== undefined && { reason }),
      ...(known === 'errortoolarge' && { limit: maxFileMegabytes }),
    },
  });
}

/** The error code in an answer, wherever Moodle puts it; undefined where there is none. */
export function errorCodeOf(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { errorcode, error, exception } = answer as Record<string, unknown>;
  if (errorcode !== undefined) return errorcode;
  if (typeof exception === 'object' && exception !== null && error === true)
    return (exception as Record<string, unknown>)['errorcode'] ?? 'unknown';
  return error === true || typeof exception === 'string' ? 'unknown' : undefined;
}
