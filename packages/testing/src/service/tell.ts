import { randomUUID } from 'node:crypto';
import {
  analystStream,
  type CharityId,
  type Envelope,
  type EventDeclaration,
  type EventId,
  factSubjectOf,
  streamOf,
  wireTypeOf,
} from '@baton/contracts';
import { Bus, newFact, silentObserver } from '@baton/messaging';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';

type Statement<E extends EventDeclaration> = Parameters<typeof newFact<E>>[1] & {
  /** Tell the same id twice and it is the same fact twice. */
  readonly id?: EventId;
};

/** States a fact as the service that owns it would, for testing a consumer without that service. */
export async function tell<E extends EventDeclaration>(
  nats: { url: string },
  event: E,
  charityId: CharityId,
  fact: Statement<E>,
): Promise<Envelope> {
  const { data } = newFact(event, fact);
  const envelope: Envelope = {
    specversion: '1.0',
    id: fact.id ?? (randomUUID() as string as EventId),
    source: `baton/${event.owner}`,
    type: wireTypeOf(event),
    subject: fact.subject,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    charityid: charityId,
    revision: fact.revision,
    causationid: fact.causationId,
    data,
  };
  const bus = await Bus.connect({ url: nats.url, name: 'tell', observer: silentObserver });
  try {
    const [name, subjects] =
      event.audience === 'analyst'
        ? [analystStream, 'analyst.>']
        : [streamOf(event.owner), `facts.${event.owner}.>`];
    const { streams } = await jetstreamManager(bus.connection);
    // Its owner makes the stream; where that has not happened yet, it will take this one and bring its settings along.
    await streams.add({ name, subjects: [subjects] }).catch(() => undefined);
    await jetstream(bus.connection).publish(factSubjectOf(event, charityId), JSON.stringify(envelope));
  } finally {
    await bus.close();
  }
  return envelope;
}
