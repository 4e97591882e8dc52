import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RawServerDefault } from 'fastify';
import { Refused } from './refused.js';
import type { KnownRequest } from './request.js';

/** The field that tells which fields of a form were files. */
export const filesSent = ' files';

/**
 * Reads the fields of `multipart/form-data`, as some browsers and programs send a page's form. Nobody is asked for a file
 * here: of one that is sent all the same only its field's name is kept, for the page to say so without losing the rest.
 */
export function readForms(app: NestFastifyApplication): void {
  const { bodyLimit } = app.getHttpAdapter().getInstance().initialConfig;
  app.useBodyParser<RawServerDefault>(
    'multipart/form-data',
    bodyLimit === undefined ? {} : { bodyLimit },
    (request: KnownRequest, body: Buffer, done) => {
      if (/^\/api(\/|$)/.test(request.url)) return done(new Refused('badInput', noJson));
      fieldsOf(body, request.headers['content-type'] ?? '').then(
        (fields) => done(null, fields),
        () => done(new Refused('badInput', unreadable)),
      );
    },
  );
}

async function fieldsOf(body: Buffer, type: string): Promise<Record<string, string[]>> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const fields = new Map<string, string[]>();
  const add = (name: string, value: string) => fields.set(name, [...(fields.get(name) ?? []), value]);
  for (const [name, value] of form) {
    if (typeof value === 'string') add(name, value);
    else if (value.size > 0) add(filesSent, name);
  }
  return Object.fromEntries(fields);
}

const noJson = 'This could not be read. Send a JSON object with the content type application/json.';
const unreadable =
  'This form could not be read. Please go back and send it again: your browser still has what you typed.';
