import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setSecurityHeaders } from './security-headers.js';

/** What the door needs before it opens. */
export const prepareDoor = (app: NestFastifyApplication): void =>
  setSecurityHeaders(app.getHttpAdapter().getInstance());
