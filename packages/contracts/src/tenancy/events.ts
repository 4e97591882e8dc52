import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { Slug, TimeZone } from '../define/words.js';

/** Subject: the charity's id. */
export const charityRegistered = defineEvent({
  type: 'charity.registered',
  version: 1,
  owner: 'api-gateway',
  summary: 'A charity came aboard.',
  audience: 'internal',
  consumers: ['recruitment', 'scheduling', 'posting-gateway', 'feedback'],
  data: z.object({ name: z.string(), slug: Slug, zone: TimeZone }),
  samples: [{ name: 'Shine MS', slug: 'shine-ms', zone: 'Europe/London' }],
});
