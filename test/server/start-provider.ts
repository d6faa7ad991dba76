import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';

export const audience = 'urn:htsd';
const client = 'portal';
const back = 'http://127.0.0.1:1/signed-in';

/** A person as the provider knows him. */
export interface Account {
  id: string;
  name: string;
  roles: string[];
  scope: string[];
  province: string;
}

export interface TestProvider {
  issuer: string;
  /** Signs a person in as a browser would: authorization code with PKCE, sign-in and consent pages. Answers his access token. */
  signIn(account: Account): Promise<string>;
  /** From now on it signs by new keys; `keepOld`: it still publishes those of before. */
  rotate(keepOld: boolean): Promise<void>;
  /** Paths that were asked for. */
  asked: string[];
  /** Set: how it answers everything. */
  fault: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  close(): Promise<void>;
}

/** A real OpenID provider on loopback, with accounts of its own. Its access tokens are JWTs that last ten minutes. */
export async function startProvider(): Promise<TestProvider> {
  const accounts = new Map<string, Account>();
  let handle: ReturnType<Provider['callback']>;
  let keys: JWK[] = [];
  const provider: Omit<TestProvider, 'issuer' | 'signIn' | 'rotate' | 'close'> = {
    asked: [],
    fault: undefined,
  };
  const server = createServer((request, response) => {
    provider.asked.push(request.url!.split('?')[0]!);
    if (provider.fault) return provider.fault(request, response);
    return void handle(request, response);
  });
  // The clock of these tests jumps: no connection is kept that one side may think too old.
  server.maxRequestsPerSocket = 1;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function rotate(keepOld: boolean): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const kid = randomBytes(6).toString('hex');
    // The first that fits signs.
    keys = [{ ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' }, ...(keepOld ? keys : [])];
    handle = providerOf(issuer, keys, accounts).callback();
  }
  await rotate(false);

  return Object.assign(provider, {
    issuer,
    rotate,
    async signIn(account: Account) {
      accounts.set(account.id, account);
      return signIn(issuer, account.id);
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  });
}

function providerOf(issuer: string, keys: JWK[], accounts: ReadonlyMap<string, Account>): Provider {
  return new Provider(issuer, {
    jwks: { keys },
    clients: [
      {
        client_id: client,
        redirect_uris: [back],
        token_endpoint_auth_method: 'none',
        application_type: 'native',
      },
    ],
    clientDefaults: { id_token_signed_response_alg: 'RS256' },
    cookies: { keys: ['of a test'] },
    ttl: {
      Interaction: 600,
      Session: 600,
      Grant: 600,
      AccessToken: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims(_, token) {
      const { name, roles, scope, province } = accounts.get((token as { accountId: string }).accountId)!;
      return { name, realm_access: { roles }, htsd_scope: scope, htsd_province: province };
    },
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid',
          audience,
          accessTokenTTL: 600,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
}

async function signIn(issuer: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  const go = async (address: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0]!.split('=') as [string, string];
      cookies.set(name, value);
    }
    return response;
  };
  const verifier = randomBytes(32).toString('base64url');
  const begin = new URLSearchParams({
    client_id: client,
    response_type: 'code',
    redirect_uri: back,
    scope: 'openid',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  let address = `${issuer}/auth?${begin}`;
  for (let step = 0; step < 10; step += 1) {
    const at = address;
    const response = await go(at);
    const page = response.status === 200 ? await response.text() : '';
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const next = prompt ? await go(at, { prompt, login, password: login }) : response;
    const location = next.headers.get('location');
    if (!location) throw new Error(`The provider leads nowhere from ${at}: ${next.status} ${page}`);
    address = new URL(location, at).href;
    if (!address.startsWith(back)) continue;
    const code = new URL(address).searchParams.get('code')!;
    const form = { grant_type: 'authorization_code', code, client_id: client, code_verifier: verifier };
    const answer = await go(`${issuer}/token`, { ...form, redirect_uri: back });
    return ((await answer.json()) as { access_token: string }).access_token;
  }
  throw new Error('The provider goes round in circles.');
}
