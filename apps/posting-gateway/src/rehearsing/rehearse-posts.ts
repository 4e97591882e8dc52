import {
  accept,
  type CuratorId,
  type Finding,
  type InputOf,
  isRefusal,
  type ResultOf,
  refuse,
  type rehearsePosts,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { mayStillWrite } from '../consent/may-still-write.js';
import { crisisIn } from '../crisis/help-for.js';
import { personWasAsked } from '../crisis/open-follow-up.js';
import { keepRefusedWords } from '../drafts/keep-refused-words.js';
import { wordsOfSubmission } from '../drafts/words-of-submission.js';
import { fingerprintsOf } from '../posts/fingerprint-posts.js';
import { readHandedOver } from '../posts/read-submit-situation.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { decideRehearsal, type RehearsedFate } from './decide-rehearsal.js';
import { noticeRehearsed } from './notice-rehearsed.js';
import { presentRehearsed } from './present-rehearsal.js';
import { lockRehearsal, mostRehearsed, type RehearsalRow } from './rehearsal-row.js';
import { rehearsedTakeover } from './rehearsed-takeover.js';
import { sayRehearsed } from './say-prepared.js';
import { sealRehearsed } from './sealed-rehearsal.js';
import { type NewRehearsed, storeRehearsed } from './store-rehearsed.js';

type Wish = InputOf<typeof rehearsePosts>;

/** As with real posts: whoever sent these has no place here for words, or the words are here already. */
const losesWords: ReadonlySet<string> = new Set(['consentWithdrawn', 'notFound', 'idReused']);

/** What decides about real posts can say; the rest needs a takeover, or something a rehearsal does not offer. */
const canBeSaid = ['consentWithdrawn', 'unknownMedia', 'timedOutsideWindow'] as const;

/**
 * Tries posts where nobody sees them. They are checked and decided about by what checks and decides about real ones, and
 * written where nothing that speaks to X ever looks (`migrations/rehearsals.ts`). Repeated: the same answer.
 */
@Injectable()
export class RehearsePosts implements Handles<typeof rehearsePosts> {
  constructor(
    @Inject(Database) readonly database: Database,
    @Inject(Vault) readonly vault: Vault,
  ) {}

  async handle(wish: Wish, call: CallContext): Promise<ResultOf<typeof rehearsePosts>> {
    const curatorId = curatorOf(call);
    if (!curatorId) return refuse('notFound');
    const answer = await this.take(wish, curatorId);
    if (!isRefusal(answer) || losesWords.has(answer.refusal.code)) return answer;
    const { answers: _, ...words } = wish;
    return keepRefusedWords(this, { ...wish, curatorId }, answer, async () =>
      wordsOfSubmission({ ...words, takeoverId: null }),
    );
  }

  private async take(wish: Wish, curatorId: CuratorId): Promise<ResultOf<typeof rehearsePosts>> {
    const fingerprints = await fingerprintsOf(this.vault, { ...wish, inReplyTo: wish.answers });
    return this.database.inCharity(wish.charityId, async (tx) => {
      if (!(await mayStillWrite(tx, curatorId))) return refuse('consentWithdrawn');
      await lockRehearsal(tx, curatorId);
      const known = await findThese(tx, curatorId, wish);
      if (known.length > 0) {
        const same = wish.posts.every(({ postId }, index) =>
          known.some((row) => row.post_id === postId && fingerprints[index]?.equals(row.fingerprint)),
        );
        return same
          ? accept({ posts: await presentRehearsed(tx, this.vault, curatorId, known) })
          : refuse('idReused');
      }
      if ((await countOf(tx, curatorId)) + wish.posts.length > mostRehearsed) return refuse('rehearsalFull');
      const now = await databaseNow(tx);
      const { handedOver, findings } = await readHandedOver(tx, this.vault, wish, curatorId);
      const fates = decideRehearsal({ ...handedOver, ...rehearsedTakeover(now, curatorId, wish.answers) });
      if (isRefusal(fates)) return refuse(sayable(fates.refusal.code));
      const posts = await this.seal(tx, wish, { curatorId, now, fingerprints, findings }, fates.value);
      const stored = await storeRehearsed(tx, posts);
      await noticeRehearsed(tx, curatorId, stored, findings);
      const { review } = handedOver.policy;
      if (stored.some(({ fate }) => fate === 'queued' || (fate === 'held' && review === 'every'))) {
        await sayRehearsed(tx, curatorId);
      }
      return accept({ posts: await presentRehearsed(tx, this.vault, curatorId, stored) });
    });
  }

  private async seal(
    tx: Tx,
    { posts, answers, replySettings, timedFor }: Wish,
    {
      curatorId,
      now,
      fingerprints,
      findings,
    }: {
      readonly curatorId: CuratorId;
      readonly now: Date;
      readonly fingerprints: readonly Buffer[];
      readonly findings: readonly (readonly Finding[])[];
    },
    fates: readonly RehearsedFate[],
  ): Promise<NewRehearsed[]> {
    const sealed: NewRehearsed[] = [];
    const [first] = posts;
    for (const [index, { postId, text, poll, mediaIds }] of posts.entries()) {
      const [fate, fingerprint] = [fates[index], fingerprints[index]];
      if (!fate || !fingerprint || !first) throw new Error('the decision has another number of posts');
      const found = [...(findings[index] ?? [])];
      const asked = crisisIn(found) ? [{ by: 'baton', what: personWasAsked } as const] : [];
      const content = {
        ...{ text, poll, replySettings, timedFor: timedFor ?? null },
        ...{ findings: found, story: [...fate.story, ...asked] },
      };
      sealed.push({
        ...{ postId, curatorId, mediaIds, fingerprint, acceptedAt: now },
        ...{ threadId: first.postId, position: index + 1, answers: answers ?? null },
        ...{ fate: fate.fate, dueAt: fate.dueAt },
        sealedContent: await sealRehearsed(this.vault, tx, { curatorId, postId }, content),
      });
    }
    return sealed;
  }
}

function sayable(code: string): (typeof canBeSaid)[number] {
  const said = canBeSaid.find((known) => known === code);
  if (!said) throw new Error(`a rehearsal was refused as only a takeover can be: ${code}`);
  return said;
}

const findThese = (tx: Tx, curatorId: CuratorId, { posts }: Wish): Promise<RehearsalRow[]> =>
  tx.query(
    `SELECT * FROM rehearsal_post WHERE charity_id = $1 AND curator_id = $2 AND post_id = ANY($3) ORDER BY sequence`,
    [tx.charityId, curatorId, posts.map(({ postId }) => postId)],
  );

async function countOf(tx: Tx, curatorId: CuratorId): Promise<number> {
  const [counted] = await tx.query<{ all: number }>(
    'SELECT count(*)::int AS "all" FROM rehearsal_post WHERE charity_id = $1 AND curator_id = $2',
    [tx.charityId, curatorId],
  );
  return counted?.all ?? 0;
}
