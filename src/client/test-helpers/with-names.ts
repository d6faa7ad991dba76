import { isHtsdError } from '../../backend/errors.js';
import type { Backend } from '../../backend/port.js';

/** Over a back end without the capability `named`: one that has it, as our server does. */
export const withNames = (backend: Backend): Backend => ({
  ...backend,
  capabilities: { ...backend.capabilities, named: true },
  query: async (name, params, options) => {
    const { ids, subjects, ...rest } = params as { ids?: string[]; subjects?: string[] };
    if (subjects) {
      const of = async (subject: string): Promise<unknown[]> =>
        (await backend.query('recognitions.list', { ...rest, subject }, options)).items;
      return { items: (await Promise.all(subjects.map(of))).flat() } as never;
    }
    if (!ids) return backend.query(name, params, options);
    const one = async (id: string): Promise<unknown[]> => {
      try {
        return (await backend.query('subject.get', { id }, options)).items;
      } catch (error) {
        if (isHtsdError(error) && error.code === 'not-found') return [];
        throw error;
      }
    };
    return { items: (await Promise.all(ids.map(one))).flat() } as never;
  },
});
