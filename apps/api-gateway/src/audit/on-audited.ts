import {
  type EventDeclaration,
  type FactOf,
  feedbackAudited,
  postingAudited,
  recruitmentAudited,
  type ServiceName,
  schedulingAudited,
  tenancyAudited,
  wireTypeOf,
} from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { appendLine } from './append-line.js';

const auditedBy = [tenancyAudited, recruitmentAudited, schedulingAudited, postingAudited, feedbackAudited];

/** What every service has to say for the audit looks the same, whoever says it. */
type Audited = EventDeclaration<
  `${string}.audited`,
  1,
  ServiceName,
  readonly ServiceName[],
  (typeof tenancyAudited)['data']
>;

/**
 * Chains what any service noted for the audit, the gateway itself among them: it hears its own facts from the bus like
 * everybody else's, so there is one way into a chain.
 */
@Injectable()
export class OnAudited implements Consumes<Audited> {
  handle(fact: FactOf<Audited>, tx: Tx): Promise<void> {
    return appendLine(tx, { id: fact.id, source: ownerOf(fact.type), entry: fact.data });
  }
}

/** By the type, which has been compared with the subject it was published on; what the fact says of its source has not. */
function ownerOf(type: string): ServiceName {
  const event = auditedBy.find((audited) => wireTypeOf(audited) === type);
  if (!event) throw new Error(`${type} is no fact for the audit`);
  return event.owner;
}
