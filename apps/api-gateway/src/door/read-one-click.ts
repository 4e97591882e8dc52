import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RawServerDefault } from 'fastify';
import { unsubscribePath } from '../pages/unsubscribe-pages.js';

const mostBytes = 4096;

/**
 * Mail programs may send the press of a button as a form in parts (RFC 8058, 3.2). What is in it is known already, so it is
 * not looked at; anywhere else such a form is refused as before.
 */
export function readOneClick(app: NestFastifyApplication): void {
  app.useBodyParser<RawServerDefault>(
    'multipart/form-data',
    { bodyLimit: mostBytes },
    (request, _body, done) => {
      if (request.url.startsWith(unsubscribePath)) done(null, {});
      else done(Object.assign(new Error('Unsupported Media Type'), { statusCode: 415 }));
    },
  );
}
