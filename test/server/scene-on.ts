import { createScene, type Scene } from '../../src/backend/conformance/scene.js';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import type { TestServer } from './start-server.js';

/** The scene of the conformance suite on this server: whoever acts comes over the network, with a token of his own. */
export const sceneOn = ({ url, signer }: TestServer): Promise<Scene> =>
  createScene({
    open: async ({ tenant, actor }) =>
      createHttpAdapter({
        ...{ baseUrl: url, province: tenant },
        token: () => (actor ? signer.token(actor, tenant) : undefined),
      }),
  });
