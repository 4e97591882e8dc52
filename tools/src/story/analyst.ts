import { Bus, silentObserver } from '@baton/messaging';
import { createInbox } from '@nats-io/transport-node';

/**
 * Reads one event as an analyst does with plain NATS: asks the feed's durable consumer for the next
 * message, and acknowledges it. An analyst's account can do just these two things.
 */
export async function readAnalystFeed(
  natsUrl: string,
  stream: string,
  durable: string,
  forMs: number,
): Promise<unknown> {
  const bus = await Bus.connect({ url: natsUrl, name: 'analyst', observer: silentObserver });
  const { connection } = bus;
  try {
    const inbox = createInbox();
    const subscription = connection.subscribe(inbox, { max: 1, timeout: forMs });
    const pull = JSON.stringify({ batch: 1, expires: forMs * 1_000_000 });
    connection.publish(`$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`, pull, { reply: inbox });
    for await (const message of subscription) {
      if (message.headers?.hasError)
        throw new Error(`the feed answered ${message.headers.code} ${message.headers.description}`);
      if (message.reply) connection.publish(message.reply);
      await connection.flush();
      return message.json();
    }
    throw new Error('the feed gave nothing');
  } finally {
    await bus.close();
  }
}
