import { createHmac, randomBytes } from 'node:crypto';
import type { Account } from '../accounts/account.js';
import type { Post } from '../posts/post.js';
import { Impossible } from '../world/impossible.js';
import type { World } from '../world/world.js';

/** An address that is called when somebody mentions one of these accounts, as the X Activity API does. */
export interface Webhook {
  readonly url: string;
  /** The app's API key secret, with which X signs. */
  readonly secret: string;
  readonly usernames: readonly string[];
}

const sign = (secret: string, what: string): string =>
  `sha256=${createHmac('sha256', secret).update(what).digest('base64')}`;

/** Takes it only once its address has answered the challenge with the app's secret, as X does. */
export async function registerWebhook(world: World, webhook: Webhook): Promise<void> {
  const token = randomBytes(16).toString('hex');
  const address = new URL(webhook.url);
  address.searchParams.set('crc_token', token);
  const response = await fetch(address);
  const answer: unknown = response.ok ? await response.json() : undefined;
  const expected = sign(webhook.secret, token);
  if (!isObject(answer) || answer['response_token'] !== expected) {
    throw new Impossible(`${webhook.url} did not answer the challenge`);
  }
  world.webhooks.push(webhook);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Calls everybody who wants to know of this post. Nobody waits for it but `settled`. */
export function announce(world: World, post: Post): void {
  const named = new Set(post.entities.mentions.map(({ username }) => username.toLowerCase()));
  for (const account of world.accounts.values()) {
    if (!named.has(account.username.toLowerCase()) || account.id === post.authorId) continue;
    for (const webhook of world.webhooks) {
      if (webhook.usernames.includes(account.username))
        deliver(world, webhook, eventFor(world, account, post));
    }
  }
}

const eventFor = (world: World, account: Account, post: Post): object => ({
  data: {
    event_uuid: world.nextId(),
    filter: { user_id: account.id },
    event_type: 'post.mention.create',
    payload: { id: post.id, author_id: post.authorId, text: post.text },
  },
});

function deliver(world: World, { url, secret }: Webhook, event: object): void {
  const body = JSON.stringify(event);
  const headers = {
    'content-type': 'application/json',
    'x-twitter-webhooks-signature': sign(secret, body),
  };
  const delivery = fetch(url, { method: 'POST', headers, body }).then(
    (response) => response.body?.cancel(),
    () => undefined,
  );
  const underWay = delivery.finally(() => world.underWay.delete(underWay));
  world.underWay.add(underWay);
}
