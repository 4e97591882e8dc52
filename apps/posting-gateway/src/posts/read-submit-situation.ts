import { checkDraft } from '@baton/checks';
import type { CuratorId, Finding, InputOf, PostContent, submitPosts } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { accountForPosts } from '../account/connected-account.js';
import { wishOfWithdrawn } from '../consent/withdrawn-curators.js';
import { findMention } from '../inbox/find-mention.js';
import { readSwitch } from '../kill-switch/read-switch.js';
import { finishedPictures } from '../media/finished-pictures.js';
import { asKept } from '../own-identity/as-kept.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { readPreferences } from '../preferences/read-preferences.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { checkSettingsFor } from './check-settings.js';
import type { SubmitSituation } from './decide-submit.js';

/** What is needed to write the posts down once they are accepted. */
export interface SubmitSurroundings {
  readonly curatorId: CuratorId;
  readonly now: Date;
  /** Of each post, in order, as they are kept. */
  readonly findings: readonly (readonly Finding[])[];
  readonly replyToXPostId: string | null;
  readonly timedFor: Date | null;
  readonly askFirst: boolean;
}

export type AboutToSubmit = Pick<InputOf<typeof submitPosts>, 'takeoverId' | 'posts'> &
  Partial<Pick<InputOf<typeof submitPosts>, 'inReplyTo' | 'timedFor' | 'quoteOf'>>;

/** What of the decision is the author's and the charity's, wherever the posts are to go. */
type HandedOver = Pick<
  SubmitSituation,
  'curatorId' | 'hasWithdrawn' | 'policy' | 'timedFor' | 'wantsToQuote' | 'picturesComplete' | 'drafts'
>;

/** The same for posts of a takeover and of a rehearsal. */
export async function readHandedOver(
  tx: Tx,
  vault: Vault,
  { posts, timedFor, quoteOf }: Omit<AboutToSubmit, 'takeoverId' | 'inReplyTo'>,
  curatorId: CuratorId,
): Promise<{ handedOver: HandedOver; findings: Finding[][] }> {
  const hasWithdrawn = (await wishOfWithdrawn(tx, curatorId)) !== undefined;
  const { policy } = await policyInForce(tx);
  const settings = await checkSettingsFor(tx, vault, policy, curatorId);
  const { findings, picturesComplete } = await lookAtDrafts(tx, vault, curatorId, posts, settings);
  return {
    handedOver: {
      ...{ curatorId, hasWithdrawn, policy, picturesComplete },
      ...{ timedFor: timedFor ? new Date(timedFor) : null, wantsToQuote: quoteOf !== undefined },
      drafts: posts.map(({ postId }, index) => ({ postId, findings: findings[index] ?? [] })),
    },
    findings,
  };
}

/** Everything the decision about a submission looks at. */
export async function readSubmitSituation(
  tx: Tx,
  vault: Vault,
  submission: AboutToSubmit,
  curatorId: CuratorId,
): Promise<{ situation: SubmitSituation; surroundings: SubmitSurroundings }> {
  const { takeoverId, inReplyTo } = submission;
  const { mode: switchMode, standing, now } = await readSwitch(tx);
  const takeover = await readTakeover(tx, takeoverId);
  const account = await accountForPosts(tx);
  const mention = inReplyTo && (await findMention(tx, takeoverId, inReplyTo));
  const { askFirst } = await readPreferences(tx, curatorId);
  const { handedOver, findings } = await readHandedOver(tx, vault, submission, curatorId);
  const replyTarget = !inReplyTo ? 'none' : !mention ? 'unknown' : mention.unanswerable ? 'closed' : 'known';
  return {
    situation: { ...handedOver, now, takeover, switchMode, standing, replyTarget, account, askFirst },
    surroundings: {
      ...{ curatorId, now, timedFor: handedOver.timedFor, askFirst, findings: findings.map(asKept) },
      replyToXPostId: mention?.xPostId ?? null,
    },
  };
}

/** What the checks find in each draft of a curator, and whether all the pictures are there. */
export async function lookAtDrafts(
  tx: Tx,
  vault: Vault,
  curatorId: CuratorId,
  drafts: readonly PostContent[],
  settings: Parameters<typeof checkDraft>[1],
): Promise<{ findings: Finding[][]; picturesComplete: boolean }> {
  const wanted = [...new Set(drafts.flatMap(({ mediaIds }) => mediaIds))];
  const found = await finishedPictures(tx, vault, curatorId, wanted);
  const pictures = new Map(found.map((picture) => [picture.mediaId, picture]));
  return {
    findings: drafts.map(({ text, mediaIds, poll }) =>
      checkDraft(
        {
          ...{ text, poll: poll?.options ?? [] },
          pictures: mediaIds.flatMap((mediaId) => pictures.get(mediaId) ?? []),
        },
        settings,
      ),
    ),
    picturesComplete: wanted.every((mediaId) => pictures.has(mediaId)),
  };
}
