import {
  type CuratorId,
  Finding,
  PostContent,
  type PostId,
  ReplySettings,
  StoryVoice,
} from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { z } from 'zod';

/**
 * What was typed and what the checks found in it, which may tell who its author is: sealed together, since in a rehearsal
 * nobody but the author reads either. Pictures are named in the row.
 */
const Content = z.object({
  ...PostContent.pick({ text: true, poll: true }).shape,
  replySettings: ReplySettings,
  timedFor: z.string().nullable(),
  findings: z.array(Finding),
  story: z.array(z.object({ by: StoryVoice, what: z.string() })),
});
export type RehearsedContent = z.infer<typeof Content>;

/** One key for each curator's rehearsal: beginning again is shredding it. */
const ownerOf = (curatorId: CuratorId): string => `rehearsal:${curatorId}`;
const fieldOf = (postId: PostId): string => `post:${postId}`;

export const sealRehearsed = (
  vault: Vault,
  tx: Tx,
  { curatorId, postId }: { readonly curatorId: CuratorId; readonly postId: PostId },
  content: RehearsedContent,
): Promise<Buffer> => vault.seal(tx, ownerOf(curatorId), fieldOf(postId), JSON.stringify(content));

export const openRehearsed = async (
  vault: Vault,
  tx: Tx,
  { curatorId, postId }: { readonly curatorId: CuratorId; readonly postId: PostId },
  sealed: Buffer,
): Promise<RehearsedContent> =>
  Content.parse(JSON.parse(await vault.open(tx, ownerOf(curatorId), fieldOf(postId), sealed)));

/** For ever, in every copy of the tables. */
export const shredRehearsal = (vault: Vault, tx: Tx, curatorId: CuratorId): Promise<void> =>
  vault.shred(tx, ownerOf(curatorId));
