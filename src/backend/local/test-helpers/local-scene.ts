import { deleteDB } from 'idb';
import type { Harness } from '../../conformance/harness.js';
import { createScene, officer, type Scene } from '../../conformance/scene.js';
import type { Backend } from '../../port.js';
import { createLocalAdapter, databaseName, type LocalAdapterOptions } from '../local-adapter.js';

/** A scene on the local adapter, with the name of its database. */
export interface LocalScene extends Scene {
  database: string;
  backend: Backend;
}

/** Runs a test in a database of its own, which is deleted afterwards. */
export async function withLocalScene(
  run: (scene: LocalScene) => Promise<void>,
  options: LocalAdapterOptions = {},
): Promise<void> {
  const harness: Harness = { open: async (of) => createLocalAdapter({ ...options, ...of }) };
  const scene = await createScene(harness);
  const database = databaseName({ tenant: scene.tenant });
  try {
    await run({ ...scene, database, backend: await scene.as(officer) });
  } finally {
    await scene.end();
    await deleteDB(database);
  }
}

/** Replaces a method of the browser while the work runs. The replacement gets the original. */
export async function replacing<T extends object, K extends keyof T>(
  target: T,
  key: K,
  make: (original: T[K]) => T[K],
  work: () => Promise<void>,
): Promise<void> {
  const original = target[key];
  target[key] = make(original);
  try {
    await work();
  } finally {
    target[key] = original;
  }
}

/** The HtsdError that a call fails with, as code and params. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<{ code: string; params: object; retryable: boolean }> {
  try {
    await call;
  } catch (error) {
    const { code, params, retryable } = error as { code: string; params: object; retryable: boolean };
    return { code, params, retryable };
  }
  throw new Error('the call did not fail');
}
