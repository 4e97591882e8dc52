import { proposeEdit } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { ClaimPost } from './claim-post.js';
import { DecidePost } from './decide-post.js';
import { ProposeEdit } from './propose-edit.js';
import { ReleaseClaim } from './release-claim.js';
import { ViewProposal } from './view-proposal.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const heldText = 'Write to robin@example.org';
const suggested = 'Write to us through the charity';

/** A charity with a held post, two moderators, and what they can do with it. */
async function heldPost() {
  const charity = await stage.aCharity();
  const [postId] = await charity.submit(heldText);
  if (!postId) throw new Error('no post');
  const { charityId } = charity;
  const named = { charityId, postId };
  const [ann, ben] = [charity.asManager(), charity.asManager()];
  const propose = (call = ann, edition = 0, text = suggested) =>
    stage.app
      .get(ProposeEdit)
      .handle(proposeEdit.input.parse({ ...named, edition, text, note: 'Safer' }), call);
  const approve = (call = ann) =>
    stage.app.get(DecidePost).handle({ ...named, verdict: 'approve', edition: 0, reason: '' }, call);
  return {
    ...{ charity, postId, ann, ben, propose, approve },
    claim: (call = ann) => stage.app.get(ClaimPost).handle(named, call),
    release: (call = ann) => stage.app.get(ReleaseClaim).handle(named, call),
    proposal: (call = charity.asCurator()) => stage.app.get(ViewProposal).handle(named, call),
  };
}

const states = (charity: CharityOnStage) => charity.states();

describe('a claim', () => {
  it('keeps a held post for one moderator, the others see it, and it ends by hand or after ten minutes', async () => {
    const { charity, ann, ben, claim, release, approve, propose } = await heldPost();
    expect(await claim(ann)).toMatchObject({ ok: true });
    expect((await charity.queue(ben)).held).toMatchObject([{ claim: { isYours: false } }]);
    expect((await charity.queue(ann)).held).toMatchObject([{ claim: { isYours: true } }]);
    for (const refused of [await claim(ben), await approve(ben), await propose(ben)]) {
      expect(refused).toMatchObject({ refusal: { code: 'claimedByAnother', details: { until: /T/ } } });
    }
    await release(ben);
    expect(await claim(ben)).toMatchObject({ ok: false });
    await release(ann);
    expect((await charity.queue(ben)).held).toMatchObject([{ claim: null }]);
    expect(await claim(ben)).toMatchObject({ ok: true });
    await stage.pass(600_001);
    expect(await approve(ann)).toMatchObject({ ok: true });
    expect(await claim(ann)).toMatchObject({ refusal: { code: 'decidedMeanwhile' } });
  });

  it('is of one of two who begin at the same moment', async () => {
    const { ann, ben, claim } = await heldPost();
    const answers = await Promise.all([claim(ann), claim(ben)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('an edit that the team suggests', () => {
  it('goes out once its author says the same words, and not before', async () => {
    const { charity, postId, propose, proposal } = await heldPost();
    expect(await propose()).toMatchObject({ value: { before: heldText, after: suggested, note: 'Safer' } });
    await propose();
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await proposal()).toMatchObject({ value: { proposal: { before: heldText, after: suggested } } });
    const answer = await charity.edit(postId, suggested);
    expect(await charity.edit(postId, suggested)).toEqual(answer);
    await stage.publish();
    expect(charity.account.texts()).toEqual([suggested]);
    expect(await proposal()).toEqual({ ok: true, value: { proposal: null } });
    expect((await charity.story(postId)).filter((line) => line.includes('suggests'))).toHaveLength(1);
    const decided = (await charity.facts()).filter(({ type }) => type === 'baton.post.decided.v1');
    expect(decided.map(({ data }) => data['verdict'])).toEqual(['approve']);
  });

  it('with a finding that would hold it goes as well: the team has seen these words', async () => {
    const { charity, postId, ann, propose } = await heldPost();
    await propose(ann, 0, 'Write to help@example.org');
    await charity.edit(postId, 'Write to help@example.org');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Write to help@example.org']);
  });

  it('gives no yes to other words, nor to the same ones once they were changed in between', async () => {
    const { charity, postId, ann, propose, proposal } = await heldPost();
    const text = 'Write to help@example.org';
    await propose(ann, 0, text);
    await charity.edit(postId, 'Or to sam@example.org');
    expect(await proposal()).toEqual({ ok: true, value: { proposal: null } });
    await charity.edit(postId, text, { basedOn: 1 });
    await stage.publish();
    expect(await states(charity)).toEqual(['held']);
    expect(await propose(ann, 0)).toMatchObject({ refusal: { code: 'changedElsewhere' } });
  });

  it('is for nobody else to read, and goes with the post’s words', async () => {
    const { charity, postId, propose, proposal } = await heldPost();
    await propose();
    const other = (await stage.aCharity()).curatorId;
    expect(await proposal(charity.asCurator(other))).toMatchObject({ refusal: { code: 'notYours' } });
    await charity.withdraw(postId);
    expect(await proposal()).toEqual({ ok: true, value: { proposal: null } });
    await charity.leaves('keep');
    const kept = await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT 1 FROM post_proposal'),
    );
    expect(kept).toEqual([]);
  });
});
