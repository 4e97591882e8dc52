import { Envelope, listCharityPosts, type PostId, scheduleCharityPost, setPolicy } from '@baton/contracts';
import { Bus } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';

let gateway: GatewayWithSandbox;
beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
});
afterAll(() => gateway.stop());

const aCharity = async (): Promise<CharityWithSandbox> => {
  const charity = await gateway.aCharity();
  await charity.connect();
  const { charityId, asSureTrustee } = charity;
  await charity.succeed(setPolicy, { charityId, policy: { undoSeconds: 0 } }, asSureTrustee);
  return charity;
};

/** The bus tells that X has a post of this charity. */
async function hearsPublished({ charityId }: CharityWithSandbox): Promise<Envelope | undefined> {
  const subject = `facts.posting-gateway.${charityId}.post.published.v1`;
  const facts = gateway.service.app.get(Bus).connection.subscribe(subject, { max: 1 });
  for await (const message of facts) return Envelope.parse(message.json());
  return undefined;
}

const schedule = (charity: CharityWithSandbox, text: string) => {
  const { charityId, asManager } = charity;
  const wish = {
    charityId,
    postId: newId<PostId>(),
    text,
    timedFor: null,
    replySettings: 'following' as const,
  };
  return charity.succeed(scheduleCharityPost, wish, asManager);
};

describe('a post of the charity’s own, the whole way through the real client and X’s wire format', () => {
  it('goes without a takeover', async () => {
    const charity = await aCharity();
    const published = hearsPublished(charity);
    await schedule(charity, 'Our clinic opens');
    expect((await published)?.data).toMatchObject({ kind: 'own', takeoverId: null, knownBy: 'answer' });
    expect(gateway.sandbox.control.posts(charity.handle).map(({ written }) => written)).toEqual([
      'Our clinic opens',
    ]);
  });

  it('R4 is found on the timeline where X’s answer is lost, and is there once', async () => {
    const charity = await aCharity();
    const fault = { method: 'POST', path: '/2/tweets', account: charity.handle, applyThen: 503 } as const;
    gateway.sandbox.control.queueFault(fault);
    const published = hearsPublished(charity);
    await schedule(charity, 'Our clinic opens');
    expect((await published)?.data).toMatchObject({ kind: 'own', knownBy: 'timeline' });
    expect(gateway.sandbox.control.posts(charity.handle)).toHaveLength(1);
    const { charityId, asManager } = charity;
    const { posts } = await charity.succeed(listCharityPosts, { charityId }, asManager);
    expect(posts).toMatchObject([{ status: { state: 'published' } }]);
  });
});
