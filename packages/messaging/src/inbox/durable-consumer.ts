import type { ServiceName } from '@baton/contracts';
import { AckPolicy, DeliverPolicy, type JetStreamManager } from '@nats-io/jetstream';
import { pause } from '../bus/pause.js';

/**
 * One durable consumer per service and stream, named like the service, so that old servers (2.9 has one filter
 * per consumer) serve as well as new ones. It has no filter: what does not concern a service costs an
 * acknowledgement, and a service that begins to listen to one more event changes nothing on the server.
 */
export interface Durable {
  readonly service: ServiceName;
  readonly stream: string;
  readonly acknowledgeWithinMs: number;
}

/** Only a fact that brings the process down is handed out this often: what fails decently is retried in hand. */
const deliveriesAllowed = 30;

export async function ensureDurable(
  manager: JetStreamManager,
  { service, stream, acknowledgeWithinMs, prefetch }: Durable & { readonly prefetch: number },
): Promise<void> {
  const changeable = {
    ack_wait: acknowledgeWithinMs * 1_000_000,
    max_deliver: deliveriesAllowed,
    max_ack_pending: prefetch * 2,
  };
  try {
    await manager.consumers.add(stream, {
      durable_name: service,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      ...changeable,
    });
  } catch {
    await manager.consumers.update(stream, service, changeable);
  }
}

/**
 * Waits until what an owner before us had in hand is due again. JetStream hands that out before anything newer;
 * taking newer facts sooner would turn their order around.
 */
export async function letPredecessorsFactsReturn(
  manager: JetStreamManager,
  { service, stream, acknowledgeWithinMs }: Durable,
  signal: AbortSignal,
): Promise<void> {
  const { num_ack_pending } = await manager.consumers.info(stream, service);
  if (num_ack_pending > 0) await pause(acknowledgeWithinMs + 250, signal);
}
