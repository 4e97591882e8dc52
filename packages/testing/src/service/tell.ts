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

/** States facts as the services that own them would, for testing a consumer without those services. */
export interface Teller {
  tell<E extends EventDeclaration>(event: E, charityId: CharityId, fact: Statement<E>): Promise<Envelope>;
  close(): Promise<void>;
}

/** States facts on one connection, until it is closed. */
export async function openTeller(nats: { url: string }): Promise<Teller> {
  const bus = await Bus.connect({ url: nats.url, name: 'tell', observer: silentObserver });
  const { streams } = await jetstreamManager(bus.connection);
  return {
    async tell(event, charityId, fact) {
      const [name, subjects] =
        event.audience === 'analyst'
          ? [analystStream, 'analyst.>']
          : [streamOf(event.owner), `facts.${event.owner}.>`];
      // Its owner makes the stream; where that has not happened yet, it will take this one and bring its settings along.
      await streams.add({ name, subjects: [subjects] }).catch(() => undefined);
      const envelope = envelopeOf(event, charityId, fact);
      await jetstream(bus.connection).publish(factSubjectOf(event, charityId), JSON.stringify(envelope));
      return envelope;
    },
    close: () => bus.close(),
  };
}

/** States one fact. */
export async function tell<E extends EventDeclaration>(
  nats: { url: string },
  event: E,
  charityId: CharityId,
  fact: Statement<E>,
): Promise<Envelope> {
  const teller = await openTeller(nats);
  return teller.tell(event, charityId, fact).finally(() => teller.close());
}

function envelopeOf<E extends EventDeclaration>(
  event: E,
  charityId: CharityId,
  fact: Statement<E>,
): Envelope {
  const { data } = newFact(event, fact);
  return {
    specversion: '1.0',
    id: fact.id ?? (randomUUID() as string as EventId),
    source: `baton/${event.owner}`,
    type: wireTypeOf(event),
    subject: fact.subject,
    time: (fact.time ?? new Date()).toISOString(),
    datacontenttype: 'application/json',
    charityid: charityId,
    revision: fact.revision,
    causationid: fact.causationId,
    data,
  };
}
