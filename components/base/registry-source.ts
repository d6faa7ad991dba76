import type { Registry } from '../../src/domain/registry.schema.js';

/** The registry of competent bodies at an address, read once; one that could not be had is asked for again. */
export class RegistrySource {
  #read: { src: string; registry: Promise<Registry> } | undefined;

  /** Errors: those of `readRegistry`. */
  get(src: string): Promise<Registry> {
    if (this.#read?.src !== src) {
      const registry = import('../../src/client/read-registry.js').then(({ readRegistry }) =>
        readRegistry(src),
      );
      registry.catch(() => {
        if (this.#read?.registry === registry) this.#read = undefined;
      });
      this.#read = { src, registry };
    }
    return this.#read.registry;
  }
}
