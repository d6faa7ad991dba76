import { createTransport, type Transport, type TransportOptions } from './transport.js';

/** `baseUrl`: address of the server, without `/v1`: `https://htsd.example.vn`. */
export interface HttpAdapterOptions extends TransportOptions {
  /** Code of the province that a visitor reads in. Default: the server's. */
  province?: string | undefined;
}

/** The way to our server, or to one that speaks as it does. */
export const transportTo = (options: HttpAdapterOptions): Transport =>
  createTransport(options, (headers, token) => {
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    if (options.province !== undefined) headers.set('HTSD-Province', options.province);
  });
