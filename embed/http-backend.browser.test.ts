import { expect } from '@open-wc/testing';
import { isHtsdError } from '../src/backend/errors.js';
import { createHttpBackend } from './http-backend.js';
import { createHttpBackend as createLater } from './others-later.js';

const network = window.fetch;
let sent: { url: string; bearer: string | null; province: string | null }[] = [];

beforeEach(() => {
  sent = [];
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    if (url.endsWith('/token')) return Response.json({ token: 'abc', expiresIn: 300 });
    if (url.endsWith('/table.json'))
      return Response.json({
        ...{ format: 1, queries: {}, commands: {}, token: { header: 'X-Session' } },
        session: { path: '/who', shape: { tenant: 'TINH', actor: { at: 'NGUOI', otherwise: null } } },
      });
    const headers = new Headers(init?.headers);
    const bearer = headers.get('Authorization') ?? headers.get('X-Session');
    sent.push({ url, bearer, province: headers.get('HTSD-Province') });
    return Response.json({ actor: null, tenant: '25', TINH: '25' });
  };
});

afterEach(() => {
  window.fetch = network;
});

describe('a back end over HTTP by attributes alone', () => {
  it('asks our server, with the token that the host gives', async () => {
    const options = { 'base-url': '/htsd-api/', 'token-src': '/token', province: '25' };
    const session = await (await createHttpBackend(options)).session();
    expect(session.tenant).to.equal('25');
    expect(sent).to.deep.equal([
      { url: `${location.origin}/htsd-api/v1/session`, bearer: 'Bearer abc', province: '25' },
    ]);
  });

  it('asks with the tokens of a source that it is given, also where it comes later', async () => {
    const source = { token: async () => 'of the host', fetch: window.fetch };
    for (const create of [createHttpBackend, createLater])
      await (await create({ 'base-url': '/htsd-api/' }, source)).session();
    expect(sent.map(({ bearer }) => bearer)).to.deep.equal(['Bearer of the host', 'Bearer of the host']);
  });

  it('asks another back end by the table at the address given', async () => {
    const options = {
      'base-url': 'https://api.example.vn',
      'mapping-src': '/table.json',
      'token-src': '/token',
    };
    const session = await (await createHttpBackend(options)).session();
    expect(session).to.deep.equal({ tenant: '25', actor: null });
    expect(sent).to.deep.equal([{ url: 'https://api.example.vn/who', bearer: 'abc', province: null }]);
  });

  it('says so where the address is missing', async () => {
    const error: unknown = await createHttpBackend({}).catch((reason: unknown) => reason);
    expect(isHtsdError(error) && error.params).to.deep.equal({ field: 'base-url' });
  });
});
