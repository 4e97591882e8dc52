import {
  type AccountId,
  type CuratorId,
  DraftId,
  type MediaId,
  type MentionId,
  type PostId,
  submitPosts,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SetBudget } from '../costs/set-budget.js';
import { lockSwitch } from '../kill-switch/read-switch.js';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { CuratorAtWork, newDraftId, texts } from '../rehearsal/curator-at-work.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

type Submission = Parameters<CharityOnStage['hand']>[0];
type Code = keyof typeof submitPosts.refusals;

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

async function aCurator() {
  const charity = await stage.aCharity();
  return { charity, curator: new CuratorAtWork(stage.app, charity) };
}
const post = (text: string, more: object = {}) => ({ postId: newId<PostId>(), text, ...more });
const KeptAs = z.object({ refusal: z.object({ details: z.object({ draftId: DraftId }) }) });
const keptAs = (answer: unknown) => KeptAs.parse(answer).refusal.details.draftId;
const tooLong = 'A long story. '.repeat(30);

const unanswerable = newId<MentionId>();

/** How each refusal that keeps words comes about. */
const ways: Partial<
  Record<Code, { before?: (charity: CharityOnStage) => Promise<unknown>; submission?: Partial<Submission> }>
> = {
  windowNotOpen: { before: (charity) => movedBy(charity, '1 hour') },
  windowClosed: { before: () => stage.pass(windowMs) },
  notConnected: { before: (charity) => forgetAccount(charity) },
  timedOutsideWindow: { submission: { timedFor: '2020-01-01T00:00:00.000Z' } },
  quotingNotAvailable: { submission: { quoteOf: 'https://x.com/shine/status/1' } },
  unknownMedia: { submission: { posts: [post('With a picture', { mediaIds: [newId<MediaId>()] })] } },
  unknownMention: { submission: { inReplyTo: newId<MentionId>() } },
  cannotReply: { before: (charity) => refusedBefore(charity), submission: { inReplyTo: unanswerable } },
  blocked: { submission: { posts: [post('First'), post(tooLong)] } },
  overBudget: { before: (charity) => mayCostNothing(charity) },
};
const losing: readonly Code[] = ['notYours', 'consentWithdrawn', 'idReused'];

const mayCostNothing = (charity: CharityOnStage) =>
  stage.app
    .get(SetBudget)
    .handle({ charityId: charity.charityId, softMicroUsd: null, hardMicroUsd: 0 }, charity.asManager());
/** X has refused an answer to this message. */
const refusedBefore = ({ charityId, takeoverId }: CharityOnStage) =>
  stage.database.inCharity(charityId, (tx) =>
    tx.query(
      `INSERT INTO mention (charity_id, mention_id, takeover_id, x_post_id, sealed_words, at, unanswerable_at)
       VALUES ($1, $2, $3, '1', '', baton.now(), baton.now())`,
      [charityId, unanswerable, takeoverId],
    ),
  );
const movedBy = ({ charityId, takeoverId }: CharityOnStage, by: string) =>
  stage.database.inCharity(charityId, (tx) =>
    tx.query(
      `UPDATE takeover SET opens_at = opens_at + $2::interval, closes_at = closes_at + $2::interval WHERE takeover_id = $1`,
      [takeoverId, by],
    ),
  );
const forgetAccount = ({
  charityId,
  accountId,
}: {
  charityId: CharityOnStage['charityId'];
  accountId: AccountId;
}) =>
  stage.database.inCharity(charityId, (tx) =>
    tx.query('DELETE FROM account WHERE account_id = $1', [accountId]),
  );

describe('words that could not be handed over', () => {
  it('are kept for every refusal there is, but where they have no place here or are here already', () => {
    expect([...Object.keys(ways), ...losing].sort()).toEqual(Object.keys(submitPosts.refusals).sort());
  });

  it.each(Object.keys(ways) as Code[])(
    'are a draft after %s, which the refusal names and tells of',
    async (code) => {
      const { charity, curator } = await aCurator();
      const way = ways[code];
      await way?.before?.(charity);
      const submission = { posts: [post('One'), post('Two')], ...way?.submission };
      const refused = await charity.hand(submission);
      expect(refused).toMatchObject({ ok: false, refusal: { code } });
      expect(submitPosts.refusals[code].message).toContain('Your words are kept in your drafts');
      const draft = await curator.view(keptAs(refused));
      expect(draft?.posts.map(({ text }) => text)).toEqual(submission.posts.map(({ text }) => text));
      expect(draft).toMatchObject({
        state: 'open',
        inReplyTo: submission.inReplyTo ?? null,
        quoteOf: submission.quoteOf ?? null,
        timedFor: submission.timedFor ?? null,
      });
      expect(keptAs(await charity.hand(submission))).toBe(keptAs(refused));
      expect(await curator.drafts()).toHaveLength(1);
    },
  );

  it('keep what the refusal had to say besides', async () => {
    const { charity } = await aCurator();
    const { postId } = post('');
    const refused = await charity.hand({ posts: [{ postId, text: tooLong }] });
    expect(refused).toMatchObject({ refusal: { details: { posts: [{ postId, findings: [{}] }] } } });
  });

  it('are nowhere where they have no place: another’s takeover, a consent taken back, an id that is used', async () => {
    const { charity, curator } = await aCurator();
    const other = new CuratorAtWork(stage.app, charity, newId<CuratorId>());
    await charity.hand({ posts: [post('Not mine')] }, charity.asCurator(other.curatorId));
    expect(await other.drafts()).toEqual([]);
    const out = post('Handed over');
    await charity.hand({ posts: [out] });
    await charity.hand({ posts: [{ ...out, text: 'Others' }] });
    await charity.withdrawsConsent('keep');
    expect(await charity.hand({ posts: [post('After all')] })).toMatchObject({
      refusal: { code: 'consentWithdrawn' },
    });
    expect(await curator.drafts()).toEqual([]);
  });

  it('changed and refused again are one draft, with the words before them put away', async () => {
    const { charity, curator } = await aCurator();
    const { postId } = post('');
    await charity.hand({ posts: [{ postId, text: tooLong }] });
    await charity.hand({ posts: [{ postId, text: `${tooLong} More.` }] });
    expect(await curator.drafts()).toHaveLength(1);
    expect(await curator.drafts('discarded')).toHaveLength(1);
    await charity.hand({ posts: [{ postId, text: 'Short.' }] });
    expect([await curator.drafts(), (await curator.drafts('sent')).length]).toEqual([[], 1]);
  });

  it('get into the draft they were prepared as, and nothing is lost that another device put there', async () => {
    const { charity, curator } = await aCurator();
    const fromDraft = newDraftId();
    await curator.save(fromDraft, 0, texts('From another device'));
    const refused = await charity.hand({ posts: [post(tooLong)], fromDraft });
    expect(keptAs(refused)).toBe(fromDraft);
    expect(await curator.view(fromDraft)).toMatchObject({ revision: 2, posts: [{ text: tooLong }] });
    expect(await curator.drafts('discarded')).toEqual(['From another device']);
  });

  it('survive a process that dies between the refusal and the keeping: whoever had no answer sends again', async () => {
    const { charity, curator } = await aCurator();
    const submission = { posts: [post(tooLong)] };
    await whileNobodyKeepsWords(charity, async (cutOff) => {
      const answer = charity.hand(submission).catch(() => 'no answer');
      await cutOff();
      expect(await answer).toBe('no answer');
    });
    expect(await curator.drafts()).toEqual([]);
    await charity.hand(submission);
    expect(await curator.drafts()).toHaveLength(1);
  });
});

/** Keeping waits for the switch here, as nothing does that refuses. `cutOff` waits for that, then breaks the connection. */
const whileNobodyKeepsWords = (
  { charityId }: CharityOnStage,
  work: (cutOff: () => Promise<void>) => Promise<void>,
): Promise<void> =>
  stage.database.inCharity(charityId, async (tx) => {
    await lockSwitch(tx);
    await work(async () => {
      let cut: unknown[] = [];
      while (cut.length === 0) {
        cut = await tx.query(
          `SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))`,
        );
      }
    });
  });

describe('a draft that is handed over', () => {
  it('is at an end in the same transaction, and can be used again', async () => {
    const { charity, curator } = await aCurator();
    const fromDraft = newDraftId();
    await curator.save(fromDraft, 0, texts('Ready'));
    const submission = { posts: [post('Ready')], fromDraft };
    await charity.hand(submission);
    await charity.hand(submission);
    expect(await curator.view(fromDraft)).toMatchObject({ state: 'sent', revision: 2 });
    await curator.save(fromDraft, 1, texts('Ready'));
    expect(await curator.drafts()).toEqual([]);
    await curator.restore(fromDraft);
    expect(await curator.drafts()).toEqual(['Ready']);
  });

  it('that is another’s stays as it is', async () => {
    const { charity, curator } = await aCurator();
    const other = new CuratorAtWork(stage.app, charity, newId<CuratorId>());
    const fromDraft = newDraftId();
    await other.save(fromDraft, 0, texts('Theirs'));
    await charity.hand({ posts: [post('Mine')], fromDraft });
    expect([await other.drafts(), await curator.drafts('sent')]).toEqual([['Theirs'], []]);
  });
});
