import { HtsdError } from '../backend/errors.js';
import { Registry } from '../domain/registry.schema.js';
import { fetchBytes } from './badge-fetch.js';

/** Bytes of a registry of 20,000 bodies. */
const most = 20_000_000;

/** Reads the registry of competent bodies at an address. Errors: those of `fetchBytes`; `invalid` for what is none. */
export async function readRegistry(url: string, signal?: AbortSignal): Promise<Registry> {
  const text = new TextDecoder().decode(await fetchBytes(url, { most, timeout: 15_000, signal }));
  const read = Registry.safeParse(parse(text));
  if (!read.success) throw new HtsdError('invalid', { params: { reason: 'registry' } });
  return read.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HtsdError('invalid', { params: { reason: 'registry' }, cause });
  }
}
