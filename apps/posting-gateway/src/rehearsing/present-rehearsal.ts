import { longestPost, weightedLength } from '@baton/checks';
import type { CuratorId, listRehearsal, OutputOf, RehearsedPost } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { databaseNow } from '../clock/database-now.js';
import { helpFor } from '../crisis/help-for.js';
import { madeUpMessages } from './made-up-messages.js';
import { findRehearsal, mostRehearsed, type RehearsalRow, rehearsedBy } from './rehearsal-row.js';
import { openRehearsed } from './sealed-rehearsal.js';
import { undoFor, whatBecameOfIt, wordsFor } from './what-became-of-it.js';

/** The private timeline, and the made-up messages beside it. */
export async function presentRehearsal(
  tx: Tx,
  vault: Vault,
  curatorId: CuratorId,
): Promise<OutputOf<typeof listRehearsal>> {
  const { parked } = await findRehearsal(tx, curatorId);
  const rows = await rehearsedBy(tx, curatorId);
  const answered = rows.flatMap(({ answers, fate, withdrawn_at }) =>
    answers && fate !== 'blocked' && !withdrawn_at ? [answers] : [],
  );
  return {
    posts: await presentRehearsed(tx, vault, curatorId, rows),
    messages: madeUpMessages({ answered: new Set(answered), parked: new Set(parked) }),
    room: Math.max(0, mostRehearsed - rows.length),
  };
}

export async function presentRehearsed(
  tx: Tx,
  vault: Vault,
  curatorId: CuratorId,
  rows: readonly RehearsalRow[],
): Promise<RehearsedPost[]> {
  const now = await databaseNow(tx);
  const posts: RehearsedPost[] = [];
  for (const row of rows) {
    const { post_id: postId, accepted_at: at, withdrawn_at: withdrawnAt } = row;
    const content = await openRehearsed(vault, tx, { curatorId, postId }, row.sealed_content);
    const { text, poll, replySettings, timedFor, findings, story } = content;
    const status = whatBecameOfIt(row, now);
    const weight = weightedLength(text);
    posts.push({
      ...{ postId, threadId: row.thread_id, position: row.position },
      ...{ text, poll, mediaIds: row.media_ids, answers: row.answers, replySettings, timedFor },
      ...{ weightedLength: weight, remaining: longestPost - weight },
      ...{ status, words: wordsFor[status.state], undo: undoFor[status.state], findings },
      signposting: await helpFor(tx, findings),
      timeline: [
        ...story.map((line) => ({ at: at.toISOString(), ...line })),
        ...(withdrawnAt ? [{ at: withdrawnAt.toISOString(), ...takenBack(status.state === 'deleted') }] : []),
      ],
      acceptedAt: at.toISOString(),
    });
  }
  return posts;
}

const takenBack = (wasOut: boolean) =>
  ({
    by: 'author',
    what: wasOut ? 'Deleted by its author, after it was out.' : 'Taken back by its author.',
  }) as const;
