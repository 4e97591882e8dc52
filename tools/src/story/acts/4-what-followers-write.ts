import { listInbox, listSetAside, type PostId, reportMention, submitPosts } from '@baton/contracts';
import { textsMailed } from '../people.js';
import { fresh } from '../story-world.js';
import { waitFor } from '../wait-for.js';
import { untilPostIs, type Weekend } from './posting.js';

/** A question and its answer; then a storm, of which the curator sees nothing but what was kind. */
export async function whatFollowersWrite(weekend: Weekend): Promise<void> {
  await reply(weekend);
  await storm(weekend);
}

async function reply(weekend: Weekend): Promise<void> {
  const { charity, takeover, stage } = weekend;
  const { charityId } = charity;
  const answer = 'A cooling vest and cold grapes. Anyone else?';
  const asked = await stage.tell.step('A follower asks something; it reaches the inbox', async () => {
    const xPostId = await stage.x.followerPosts(
      'jo_with_ms',
      `@${charity.handle} how do you get through hot days?`,
    );
    const mention = await waitFor('the mention in the inbox', 30_000, async () => {
      const { mentions } = await takeover.curator.does(listInbox, {
        charityId,
        takeoverId: takeover.takeoverId,
      });
      return mentions.find(({ text }) => text.includes('hot days'));
    });
    return {
      value: { mention, xPostId },
      by: 'posting-gateway',
      fact: 'mention.received',
      detail: `@${mention.from}: “${mention.text}”`,
    };
  });
  await stage.tell.step('The curator answers it', async () => {
    const postId = fresh<PostId>();
    await takeover.curator.does(submitPosts, {
      charityId,
      takeoverId: takeover.takeoverId,
      posts: [{ postId, text: answer }],
      inReplyTo: asked.mention.mentionId,
    });
    await untilPostIs(weekend, postId, 'published');
    const out = (await stage.x.postsOf(charity.handle)).find((post) => post.text.endsWith(answer));
    if (out?.inReplyTo !== asked.xPostId) throw new Error('it is not a reply to the follower');
    return { value: undefined, by: 'posting-gateway', fact: 'post.published' };
  });
}

const insults = [
  'you are a scrounger',
  'shut up',
  'nobody cares about you',
  'get a job',
  'you are faking it',
];
const kind = ['Sending you strength', 'You are brilliant at this', 'My mum has MS too, thank you'];
const abusive = 500;
const atOnce = 50;

async function storm({ charity, takeover, stage }: Weekend): Promise<void> {
  const { charityId, handle, manager } = charity;
  const place = { charityId, takeoverId: takeover.takeoverId };
  const before = await takeover.curator.does(listInbox, place);
  await stage.tell.step(
    `${abusive} abusive messages arrive, and three kind ones: the curator sees three`,
    async () => {
      for (const [n, text] of kind.entries()) await stage.x.followerPosts(`kind_${n}`, `@${handle} ${text}`);
      for (let n = 0; n < abusive; n += atOnce) {
        const batch = Array.from({ length: atOnce }, (_, index) => n + index);
        await Promise.all(
          batch.map((number) =>
            stage.x.followerPosts(
              `troll_${number}`,
              `@${handle} ${insults[number % insults.length]} (${number})`,
            ),
          ),
        );
      }
      const now = await waitFor('the storm to be set aside', 45_000, async () => {
        const inbox = await takeover.curator.does(listInbox, place);
        return inbox.setAside >= before.setAside + abusive ? inbox : undefined;
      });
      const shown = now.mentions.length - before.mentions.length;
      if (shown !== kind.length) throw new Error(`the curator was shown ${shown} of them`);
      const detail = `${now.setAside} set aside, unread; ${kind.length} shown`;
      return { value: undefined, by: 'posting-gateway', fact: 'mention.received', detail };
    },
  );
  await stage.tell.step(
    'Whoever is on call is told of the storm, and reads no word of it unasked',
    async () => {
      const toldTo = async (email: string) =>
        (await textsMailed(stage.system, email)).find((text) => text.includes('very many messages'));
      await waitFor('the letter about the storm', 20_000, () => toldTo(charity.moderatorEmail));
      if (await toldTo(charity.managerEmail)) throw new Error('who is not on call was called');
      const { mentions } = await manager.does(listSetAside, place);
      if (JSON.stringify(mentions).includes('scrounger')) throw new Error('the words are in the list');
      const [worst] = mentions;
      if (!worst) throw new Error('nothing was set aside');
      const report = { ...place, mentionId: worst.mentionId, reason: 'harassment' as const };
      await takeover.curator.does(reportMention, report);
      return {
        value: undefined,
        by: 'api-gateway',
        fact: 'storm.began',
        detail: 'one is reported to the team',
      };
    },
  );
}
