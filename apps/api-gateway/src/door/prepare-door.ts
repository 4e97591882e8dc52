import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readOneClick } from './read-one-click.js';
import { setSecurityHeaders } from './security-headers.js';
import { readWellFormedJson } from './well-formed-json.js';

/** What the door needs before it opens. */
export function prepareDoor(app: NestFastifyApplication): void {
  setSecurityHeaders(app.getHttpAdapter().getInstance());
  readWellFormedJson(app);
  readOneClick(app);
}
