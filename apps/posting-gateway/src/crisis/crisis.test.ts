import {
  type closeFollowUp,
  crisisNoticed,
  type FollowUpId,
  type InputOf,
  type PostId,
  wireTypeOf,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { CloseFollowUp } from './close-follow-up.js';
import { ListFollowUps } from './list-follow-ups.js';

const despair = 'I don’t want to be here any more';
let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

async function followUps(charity: CharityOnStage, closed = false) {
  const { charityId } = charity;
  const answer = await stage.app.get(ListFollowUps).handle({ charityId, closed }, charity.asManager());
  if (!answer.ok) throw new Error('the follow-ups were refused');
  return answer.value.followUps;
}
const facts = async (charity: CharityOnStage) =>
  (await charity.facts()).filter(({ type }) => type === wireTypeOf(crisisNoticed));
const close = (
  { charityId }: CharityOnStage,
  followUpId: FollowUpId,
  by: ReturnType<CharityOnStage['asManager']>,
  more: Partial<InputOf<typeof closeFollowUp>> = {},
) =>
  stage.app
    .get(CloseFollowUp)
    .handle({ charityId, followUpId, outcome: 'spokeWithThem', note: 'Rang, they are safe', ...more }, by);

describe('words of a crisis', () => {
  it('S1 show where to find help in the very answer, wait for a person, and call one', async () => {
    const charity = await stage.aCharity();
    const answer = await charity.trySubmit([despair]);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        posts: [
          {
            status: { state: 'held' },
            findings: [{ check: 'crisis', verdict: 'hold' }],
            signposting: expect.arrayContaining([expect.objectContaining({ name: 'Samaritans' })]),
          },
        ],
      },
    });
    expect(await followUps(charity)).toMatchObject([
      { severity: 'medium', post: { text: '', hidden: { kinds: ['crisis'] } }, closed: null },
    ]);
    expect(await facts(charity)).toHaveLength(1);
    expect(JSON.stringify(await facts(charity))).not.toContain('want to be here');
  });

  it('S1 show help and call a person where the charity only warns, and go', async () => {
    const charity = await stage.aCharity();
    await charity.setPolicy({ crisis: 'warn' });
    await charity.submit(despair);
    await stage.publish();
    expect(charity.account.texts()).toEqual([despair]);
    expect(await followUps(charity)).toHaveLength(1);
  });

  it.each([
    ['too long', async () => undefined, `${despair}. ${'A long story. '.repeat(30)}`],
    ['too late', () => stage.pass(windowMs), despair],
  ])(
    'S1 reach a person though they were refused, and stay where nobody else reads them: %s',
    async (_, before, text) => {
      const charity = await stage.aCharity();
      await before();
      const refused = await charity.trySubmit([text]);
      expect(refused).toMatchObject({
        ok: false,
        refusal: {
          details: { signposting: expect.arrayContaining([expect.anything()]), draftId: expect.any(String) },
        },
      });
      expect(await followUps(charity)).toMatchObject([{ post: null }]);
    },
  );

  it('are heard in an edit, too, and once however often they are sent', async () => {
    const charity = await stage.aCharity();
    await charity.setSwitch('pause');
    const id = newId<PostId>();
    await charity.trySubmit(['Good morning'], [id]);
    await charity.edit(id, despair);
    await charity.edit(id, despair);
    expect(await followUps(charity)).toMatchObject([{ post: { postId: id } }]);
    expect(await facts(charity)).toHaveLength(1);
  });

  it('that are long over show help and call nobody', async () => {
    const charity = await stage.aCharity();
    const answer = await charity.trySubmit(['Ten years ago I wanted to die. Here is what helped']);
    expect(answer).toMatchObject({
      value: {
        posts: [{ status: { state: 'queued' }, signposting: expect.arrayContaining([expect.anything()]) }],
      },
    });
    expect(await followUps(charity)).toEqual([]);
  });

  it('show nobody help who writes of something else', async () => {
    const charity = await stage.aCharity();
    expect(await charity.trySubmit(['Dying of laughter at your replies'])).toMatchObject({
      value: { posts: [{ signposting: [] }] },
    });
  });
});

describe('somebody who is to be seen to', () => {
  it('stays on the list whatever becomes of the post, until a person says what was done', async () => {
    const charity = await stage.aCharity();
    const [post] = await charity.submit(despair);
    if (!post) throw new Error('no post');
    await charity.withdraw(post);
    await stage.pass(windowMs);
    await charity.close();
    const [open] = await followUps(charity);
    if (!open) throw new Error('nobody to see to');
    const me = charity.asManager();
    expect(await close(charity, open.followUpId, me)).toMatchObject({
      ok: true,
      value: { closed: { outcome: 'spokeWithThem', note: 'Rang, they are safe' } },
    });
    expect(await followUps(charity)).toEqual([]);
    expect(await followUps(charity, true)).toHaveLength(1);
    expect(await close(charity, open.followUpId, me)).toMatchObject({ ok: true });
    expect(await close(charity, open.followUpId, charity.asManager())).toMatchObject({
      refusal: { code: 'closedAlready' },
    });
  });

  it('comes back where they write such words anew', async () => {
    const charity = await stage.aCharity();
    await charity.setSwitch('pause');
    const [post] = await charity.submit(despair);
    const [open] = await followUps(charity);
    if (!open || !post) throw new Error('nobody to see to');
    await close(charity, open.followUpId, charity.asManager());
    await charity.edit(post, `${despair}. I have taken an overdose`);
    expect(await followUps(charity)).toMatchObject([{ severity: 'high', closed: null }]);
    expect(await facts(charity)).toHaveLength(2);
  });

  it('C1 has the note sealed, and is one charity’s own', async () => {
    const [charity, other] = [await stage.aCharity(), await stage.aCharity()];
    await charity.submit(despair);
    const [open] = await followUps(charity);
    if (!open) throw new Error('nobody to see to');
    expect(await close(other, open.followUpId, other.asManager())).toMatchObject({
      refusal: { code: 'notFound' },
    });
    await close(charity, open.followUpId, charity.asManager());
    const [dump] = await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query<{ row: string }>('SELECT follow_up::text AS row FROM follow_up'),
    );
    expect(dump?.row).not.toContain(Buffer.from('Rang').toString('hex'));
  });
});
