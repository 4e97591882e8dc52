import { type PostId, type PostNoteId, teamIsLate, wireTypeOf } from '@baton/contracts';
import type { CallContext } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CloseFollowUp } from '../crisis/close-follow-up.js';
import { ListFollowUps } from '../crisis/list-follow-ups.js';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { HandUpPost } from './hand-up-post.js';
import { ListPostNotes } from './list-post-notes.js';
import { LookAtPost } from './look-at-post.js';
import { NoteOnPost } from './note-on-post.js';
import { ProposeEdit } from './propose-edit.js';
import { RemindTeam } from './remind-team.js';
import { SetReviewTarget } from './set-review-target.js';
import { SetReviewWishes } from './set-review-wishes.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const minuteMs = 60_000;
const words = 'Write to robin@example.org';

async function held(): Promise<[CharityOnStage, PostId]> {
  const charity = await stage.aCharity();
  const [postId] = await charity.submit(words);
  if (!postId) throw new Error('no post');
  return [charity, postId];
}

const handUp = (
  { charityId }: CharityOnStage,
  postId: PostId,
  to: 'somebodyElse' | 'managers' | 'nobody',
  call: CallContext,
) => stage.app.get(HandUpPost).handle({ charityId, postId, to }, call);

describe('who is not sure about a held post', () => {
  it('asks for a second opinion, and then the decision is somebody else’s', async () => {
    const [charity, postId] = await held();
    const [ann, ben] = [charity.asModerator(), charity.asModerator()];
    expect(await handUp(charity, postId, 'somebodyElse', ann)).toMatchObject({ ok: true });
    expect((await charity.queue(ann)).held).toMatchObject([
      { handedUp: { to: 'somebodyElse', byYou: true, mayDecide: false } },
    ]);
    for (const verdict of ['approve', 'decline'] as const) {
      expect(await charity.decide(postId, verdict, 'For the rules', undefined, ann)).toMatchObject({
        refusal: { code: 'waitsForAnother' },
      });
    }
    expect((await charity.queue(ben)).held).toMatchObject([{ handedUp: { byYou: false, mayDecide: true } }]);
    expect(await charity.decide(postId, 'approve', '', undefined, ben)).toMatchObject({ ok: true });
    expect((await charity.queue(ann)).held).toEqual([]);
  });

  it('leaves it to a manager, and can take that back; another moderator cannot', async () => {
    const [charity, postId] = await held();
    const [ann, ben] = [charity.asModerator(), charity.asModerator()];
    await handUp(charity, postId, 'managers', ann);
    expect(await charity.decide(postId, 'approve', '', undefined, ben)).toMatchObject({
      refusal: { code: 'waitsForManagers' },
    });
    expect(await handUp(charity, postId, 'nobody', ben)).toMatchObject({
      refusal: { code: 'notYourAsking' },
    });
    expect(await handUp(charity, postId, 'nobody', ann)).toMatchObject({ ok: true });
    expect(await charity.decide(postId, 'approve', '', undefined, ben)).toMatchObject({ ok: true });
  });

  it('has not said yes: a suggestion made before is over', async () => {
    const [charity, postId] = await held();
    const { charityId } = charity;
    const ann = charity.asModerator();
    const better = 'Write to the charity';
    await stage.app.get(ProposeEdit).handle({ charityId, postId, edition: 0, text: better, note: '' }, ann);
    await handUp(charity, postId, 'managers', ann);
    await charity.setPolicy({ review: 'every' });
    await charity.edit(postId, better);
    expect(await charity.states()).toEqual(['held']);
  });

  it('asks anew when the post comes back to be held: an earlier question is over with its decision', async () => {
    const [charity, postId] = await held();
    const ann = charity.asModerator();
    await handUp(charity, postId, 'somebodyElse', ann);
    await charity.decide(postId, 'decline', 'No addresses please');
    await charity.resume(postId);
    expect((await charity.queue(ann)).held).toMatchObject([{ postId, handedUp: null }]);
  });
});

describe('notes about a post', () => {
  it('are for the team, once each, and go with the post’s words', async () => {
    const [charity, postId] = await held();
    const { charityId } = charity;
    const [ann, ben] = [charity.asModerator(), charity.asModerator()];
    const noteId = newId<PostNoteId>();
    const note = (text: string, id = noteId) =>
      stage.app.get(NoteOnPost).handle({ charityId, postId, noteId: id, text }, ann);
    expect(await note('I know this address')).toMatchObject({ ok: true });
    expect(await note('I know this address')).toMatchObject({ ok: true });
    expect(await note('Something else')).toMatchObject({ refusal: { code: 'idReused' } });
    const list = () => stage.app.get(ListPostNotes).handle({ charityId, postId }, ben);
    expect(await list()).toMatchObject({ value: { notes: [{ noteId, text: 'I know this address' }] } });
    expect((await charity.queue(ben)).held).toMatchObject([{ notes: 1 }]);
    await charity.withdraw(postId);
    await charity.leaves('keep');
    expect(await list()).toMatchObject({ value: { notes: [] } });
  });
});

describe('a post that has been decided about meanwhile', () => {
  it('tells whoever comes second what has happened', async () => {
    const outcomes: [string, (charity: CharityOnStage, postId: PostId) => Promise<unknown>][] = [
      ['takenBackMeanwhile', (charity, postId) => charity.withdraw(postId)],
      ['windowOverMeanwhile', (charity) => charity.close()],
      ['decidedMeanwhile', (charity, postId) => charity.decide(postId, 'approve')],
    ];
    for (const [code, happens] of outcomes) {
      const [charity, postId] = await held();
      await happens(charity, postId);
      expect(await charity.decide(postId, 'decline', 'For the rules')).toMatchObject({ refusal: { code } });
    }
  });
});

describe('a team that is late', () => {
  const remind = async () => {
    while ((await stage.app.get(RemindTeam).round()) === 0);
  };
  const reminders = async (charity: CharityOnStage) =>
    (await charity.facts()).filter(({ type }) => type === wireTypeOf(teamIsLate)).map(({ data }) => data);

  it('is called once about a held post, and its author reads that they have done nothing wrong', async () => {
    const charity = await stage.aCharity();
    const { charityId } = charity;
    await stage.app.get(SetReviewTarget).handle({ charityId, minutes: 10 }, charity.asManager());
    const [postId] = await charity.submit(words);
    if (!postId) throw new Error('no post');
    const queue = await charity.queue();
    expect(queue).toMatchObject({ withinMinutes: 10, held: [{ status: { wait: { isLate: false } } }] });
    await stage.pass(10 * minuteMs - 1_000);
    await remind();
    expect(await reminders(charity)).toEqual([]);
    await stage.pass(2_000);
    await remind();
    await remind();
    expect(await reminders(charity)).toMatchObject([{ what: 'heldPost', id: postId }]);
    expect((await charity.queue()).held).toMatchObject([{ status: { wait: { isLate: true } } }]);
    expect((await charity.story(postId)).at(-1)).toContain('nothing wrong');
  });

  it('is not called about what was decided in time', async () => {
    const [charity, postId] = await held();
    await charity.decide(postId, 'approve');
    await stage.pass(40 * minuteMs);
    await remind();
    expect(await reminders(charity)).toEqual([]);
  });

  it('hears of somebody who may be in danger until they have seen to them', async () => {
    const charity = await stage.aCharity();
    const { charityId } = charity;
    await charity.submit('I don’t want to be here any more');
    const list = await stage.app.get(ListFollowUps).handle({ charityId, closed: false }, charity.asManager());
    const [followUp] = list.ok ? list.value.followUps : [];
    if (!followUp) throw new Error('nobody was called');
    const { followUpId } = followUp;
    for (const waitMs of [61, 241, 241]) {
      await stage.pass(waitMs * minuteMs);
      await remind();
    }
    const about = (await reminders(charity)).filter((data) => (data as { what: string }).what === 'followUp');
    expect(about).toMatchObject([{ id: followUpId }, { id: followUpId }, { id: followUpId }]);
    const done = { charityId, followUpId, outcome: 'spokeWithThem' as const, note: '' };
    await stage.app.get(CloseFollowUp).handle(done, charity.asManager());
    await stage.pass(1_000 * minuteMs);
    await remind();
    expect(await reminders(charity)).toHaveLength(about.length + 1);
  });
});

describe('what a moderator does not want to meet', () => {
  it('comes last and without its words, for them alone, and they can still ask for it', async () => {
    const charity = await stage.aCharity();
    const { charityId } = charity;
    const [address] = await charity.submit(words);
    const [link] = await charity.submit('Read www.example.org/pamphlet');
    if (!address || !link) throw new Error('no posts');
    await charity.setPolicy({ links: 'hold' });
    const [third] = await charity.submit('Read www.example.net/leaflet');
    const ann = charity.asModerator();
    const wish = await stage.app.get(SetReviewWishes).handle({ charityId, spared: ['contactDetails'] }, ann);
    expect(wish).toMatchObject({ ok: true });
    const { held, spared } = await charity.queue(ann);
    expect(spared).toEqual(['contactDetails']);
    expect(held.map(({ postId }) => postId)).toEqual([third, address]);
    expect(held.at(-1)).toMatchObject({ text: '', hidden: { kinds: ['contactDetails'] } });
    expect((await charity.queue()).held.map(({ text }) => text)).toContain(words);
    const look = await stage.app.get(LookAtPost).handle({ charityId, postId: address, evenSo: false }, ann);
    expect(look).toMatchObject({ value: { text: words, exposure: { inLastDay: 1 } } });
  });
});

describe('words that the team suggests', () => {
  it('are looked at like any others, before their author reads them', async () => {
    const [charity, postId] = await held();
    const { charityId } = charity;
    const ann = charity.asModerator();
    const suggest = (text: string) =>
      stage.app.get(ProposeEdit).handle({ charityId, postId, edition: 0, text, note: '' }, ann);
    expect(await suggest('Ring 020 7946 0018')).toMatchObject({
      value: { findings: [{ check: 'contactDetails' }] },
    });
    expect(await suggest('x'.repeat(300))).toMatchObject({ refusal: { code: 'proposalBlocked' } });
    expect(await suggest('Write to the charity')).toMatchObject({ value: { findings: [] } });
  });
});
