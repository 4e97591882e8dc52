import type {
  CharityId,
  CuratorId,
  DraftContent,
  DraftId,
  PostId,
  Refusal,
  TakeoverId,
} from '@baton/contracts';
import { accept, isRefusal, refuse } from '@baton/contracts';
import type { Database, Tx, Vault } from '@baton/persistence';
import { mayStillWrite } from '../consent/may-still-write.js';
import { noticeRefused } from '../crisis/notice-refused.js';
import { writeInto } from './write-draft.js';

export interface RefusedWords {
  /** What they were for; null: a rehearsal. */
  readonly takeoverId: TakeoverId | null;
  readonly postId: PostId;
  readonly draftId: DraftId;
  readonly content: DraftContent;
}

/**
 * Keeps as a draft what could not be handed over, changed or sent again, so that nobody has to type it again, and says in
 * the refusal's `details.draftId` where. Words of a crisis reach a person although they were refused, and
 * `details.signposting` says where to find help. In a transaction of its own: the refusal has rolled the other back.
 */
export async function keepRefusedWords<Code extends string>(
  { database, vault }: { readonly database: Database; readonly vault: Vault },
  { charityId, curatorId }: { readonly charityId: CharityId; readonly curatorId: CuratorId },
  answer: Refusal<Code>,
  read: (tx: Tx) => Promise<RefusedWords | undefined>,
): Promise<Refusal<Code | 'consentWithdrawn'>> {
  const kept = await database.inCharity(charityId, async (tx) => {
    if (!(await mayStillWrite(tx, curatorId))) return refuse('consentWithdrawn');
    const words = await read(tx);
    if (!words) return accept({});
    const { draftId: wanted, content } = words;
    const { draft_id: draftId } = await writeInto(tx, vault, { curatorId, draftId: wanted, content });
    const signposting = await noticeRefused(tx, curatorId, words);
    return accept(signposting.length > 0 ? { draftId, signposting } : { draftId });
  });
  return isRefusal(kept) ? kept : withDetails(answer, kept.value);
}

const withDetails = <Code extends string>(answer: Refusal<Code>, more: object): Refusal<Code> =>
  refuse(answer.refusal.code, {
    message: answer.refusal.message,
    details: { ...Object(answer.refusal.details), ...more },
  });
