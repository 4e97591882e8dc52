import { z } from 'zod';
import type { DataOf, EventDeclaration } from './define-event.js';
import { CharityId, EventId, Instant } from './ids.js';

/**
 * CloudEvents 1.0 in structured JSON mode, with Baton's extension attributes (lower case by that
 * specification): the charity, the aggregate's revision, the cause and the W3C trace.
 */
export const Envelope = z.object({
  specversion: z.literal('1.0'),
  id: EventId,
  source: z.string(),
  type: z.string(),
  /** The aggregate's id. */
  subject: z.string().min(1),
  time: Instant,
  datacontenttype: z.literal('application/json'),
  charityid: CharityId,
  /** Counts up by one with each fact about the aggregate; a consumer ignores what is older than what it knows. */
  revision: z.int().positive(),
  /** The event or command this follows from. */
  causationid: z.string().optional(),
  traceparent: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;

/** An envelope whose data has been parsed by its declaration. */
export type FactOf<E extends EventDeclaration> = Omit<Envelope, 'data'> & { readonly data: DataOf<E> };
