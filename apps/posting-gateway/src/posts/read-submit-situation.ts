import type { CuratorId, Finding, InputOf, MediaId, submitPosts } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { connectedAccount } from '../account/connected-account.js';
import { checkDraft } from '../checks/check-draft.js';
import { wishOfWithdrawn } from '../consent/withdrawn-curators.js';
import { findMention } from '../inbox/find-mention.js';
import { readSwitch } from '../kill-switch/read-switch.js';
import { finishedPictures } from '../media/finished-pictures.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { checkSettings } from './check-settings.js';
import type { SubmitSituation } from './decide-submit.js';

/** What is needed to write the posts down once they are accepted. */
export interface SubmitSurroundings {
  readonly curatorId: CuratorId;
  readonly now: Date;
  /** Of each post, in order. */
  readonly findings: readonly (readonly Finding[])[];
  readonly replyToXPostId: string | null;
}

/** Everything the decision about a submission looks at. */
export async function readSubmitSituation(
  tx: Tx,
  { takeoverId, posts, inReplyTo }: InputOf<typeof submitPosts>,
  curatorId: CuratorId,
): Promise<{ situation: SubmitSituation; surroundings: SubmitSurroundings }> {
  const { mode: switchMode, standing, now } = await readSwitch(tx);
  const takeover = await readTakeover(tx, takeoverId);
  const hasWithdrawn = (await wishOfWithdrawn(tx, curatorId)) !== undefined;
  const { policy } = await policyInForce(tx);
  const accountId = await connectedAccount(tx);
  const mention = inReplyTo && (await findMention(tx, takeoverId, inReplyTo));
  const wanted = [...new Set(posts.flatMap((post) => post.mediaIds))];
  const pictures = new Map(
    (wanted.length > 0 ? await finishedPictures(tx, curatorId, wanted) : []).map((found) => [
      found.mediaId,
      found,
    ]),
  );
  const settings = await checkSettings(tx, policy);
  const findings = posts.map(({ text, mediaIds }) =>
    checkDraft({ text, pictures: picturesOf(mediaIds, pictures) }, settings),
  );
  const replyTarget = !inReplyTo ? 'none' : mention ? 'known' : 'unknown';
  return {
    situation: {
      ...{ now, curatorId, hasWithdrawn, takeover, switchMode, standing, policy, replyTarget, accountId },
      picturesComplete: wanted.every((mediaId) => pictures.has(mediaId)),
      drafts: posts.map(({ postId }, index) => ({ postId, findings: findings[index] ?? [] })),
    },
    surroundings: { curatorId, now, findings, replyToXPostId: mention?.xPostId ?? null },
  };
}

const picturesOf = (mediaIds: readonly MediaId[], known: ReadonlyMap<MediaId, { isDescribed: boolean }>) =>
  mediaIds.map((mediaId) => ({ isDescribed: known.get(mediaId)?.isDescribed ?? false }));
