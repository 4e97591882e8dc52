import type { FastifyRequest } from 'fastify';

/**
 * True where a browser says that a changing request was begun by another site (cross-site request forgery).
 * `Sec-Fetch-Site` is set by the browser and cannot be forged by a page; `Origin` serves older ones.
 */
export function isFromElsewhere(
  request: Pick<FastifyRequest, 'method' | 'headers'>,
  publicOrigin: string,
): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const { origin } = request.headers;
  return origin !== publicOrigin;
}
