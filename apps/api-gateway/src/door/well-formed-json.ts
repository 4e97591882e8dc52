import { isUtf8 } from 'node:buffer';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RawServerDefault } from 'fastify';
import { Refused } from './refused.js';
import type { KnownRequest } from './request.js';

/**
 * Reads JSON bodies as Fastify does, and refuses bytes that are no UTF-8. Decoded as usual they would become "�" without a
 * word, and somebody's text would go out otherwise than it was sent.
 */
export function readWellFormedJson(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const { bodyLimit } = fastify.initialConfig;
  const parse = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser<RawServerDefault>(
    'application/json',
    bodyLimit === undefined ? {} : { bodyLimit },
    (request: KnownRequest, body: Buffer, done) => {
      request.rawBody = body;
      if (isUtf8(body)) parse(request, body.toString(), done);
      else done(new Refused('badInput', 'There is a broken character in this. Please send it as UTF-8.'));
    },
  );
}
