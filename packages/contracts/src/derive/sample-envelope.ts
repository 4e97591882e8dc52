import { type EventDeclaration, wireTypeOf } from '../define/define-event.js';
import type { Envelope } from '../define/envelope.js';

/** An event as it looks on the wire, made from its first golden sample; for documents and tests. */
export function sampleEnvelope(event: EventDeclaration): Envelope {
  return {
    specversion: '1.0',
    id: '0192e7a0-0000-7000-8000-0000000000ee' as Envelope['id'],
    source: `/baton/${event.owner}`,
    type: wireTypeOf(event),
    subject: '0192e7a0-0000-7000-8000-0000000000aa',
    time: '2026-11-28T10:00:00.000Z',
    datacontenttype: 'application/json',
    charityid: '0192e7a0-0000-7000-8000-0000000000cc' as Envelope['charityid'],
    revision: 1,
    data: event.samples[0],
  };
}
