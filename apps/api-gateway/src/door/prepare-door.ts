import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readForms } from './read-forms.js';
import { setSecurityHeaders } from './security-headers.js';
import { readWellFormedJson } from './well-formed-json.js';

/** What the door needs before it opens. */
export function prepareDoor(app: NestFastifyApplication): void {
  setSecurityHeaders(app.getHttpAdapter().getInstance());
  readWellFormedJson(app);
  readForms(app);
}
