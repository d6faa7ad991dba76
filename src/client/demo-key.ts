import { openDB, type DBSchema } from 'idb';

/**
 * The key of a demonstration issuer. `pair`: ECDSA on P-256, its private half never leaves the browser's own store.
 * `secret`: 32 bytes, on plain http, where the browser offers no cryptography.
 */
export type DemoKey = { pair: CryptoKeyPair } | { secret: Uint8Array<ArrayBuffer> };

interface KeySchema extends DBSchema {
  keys: { key: string; value: DemoKey };
}

/** The key of this browser for a tenant, made when it is first asked for. Rejects where the browser gives no storage. */
export async function openDemoKey(tenant: string, name = 'htsd'): Promise<DemoKey> {
  const db = await openDB<KeySchema>(`${encodeURIComponent(name)}/demo-issuer`, 1, {
    upgrade: (opened) => void opened.createObjectStore('keys'),
  });
  try {
    const known = await db.get('keys', tenant);
    if (known) return known;
    const made = await makeKey();
    const tx = db.transaction('keys', 'readwrite');
    // Another tab may have been faster: its key has perhaps signed already.
    const faster = await tx.store.get(tenant);
    if (!faster) await tx.store.put(made, tenant);
    await tx.done;
    return faster ?? made;
  } finally {
    db.close();
  }
}

async function makeKey(): Promise<DemoKey> {
  const { subtle } = globalThis.crypto as Partial<Crypto>;
  if (!subtle) return { secret: crypto.getRandomValues(new Uint8Array(32)) };
  return {
    pair: await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
  };
}
