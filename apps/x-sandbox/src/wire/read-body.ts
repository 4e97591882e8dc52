import type { FastifyInstance } from 'fastify';
import { parseMultipart } from './parse-multipart.js';

/**
 * The two clients differ: tokens come as JSON or as a form, media chunks as multipart or as base64 in JSON, and
 * a finalize call as an empty body labelled JSON. All are read into one plain object. A body that cannot be read
 * is `undefined`: the endpoint's own schema then refuses it, as X would, and the request is still recorded.
 */
export function readAnyBody(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    done(null, readBody(request.headers['content-type'] ?? '', bytes));
  });
}

function readBody(contentType: string, body: Buffer): unknown {
  if (body.length === 0) return {};
  if (/^multipart\/form-data/i.test(contentType)) return parseMultipart(contentType, body);
  const text = body.toString('utf8');
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
