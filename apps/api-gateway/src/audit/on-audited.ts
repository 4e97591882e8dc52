import {
  type EventDeclaration,
  type FactOf,
  type ServiceName,
  serviceNames,
  type tenancyAudited,
} from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { appendLine } from './append-line.js';

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
    return appendLine(tx, { id: fact.id, source: sourceOf(fact.source), entry: fact.data });
  }
}

function sourceOf(source: string): ServiceName {
  const service = serviceNames.find((name) => source === `baton/${name}`);
  if (!service) throw new Error('a fact for the audit comes from no service of ours');
  return service;
}
