import { type PriceList, postPublished } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { lookAtTakeover } from '../archive/archive-due.js';
import { wishForTakeover } from '../consent/withdrawn-curators.js';
import { noteCreditAgain } from '../costs/credit.js';
import { notePostCost } from '../costs/note-costs.js';
import { queueDeletions } from '../deleting/queue-deletions.js';
import { queueMeasuring } from '../engagement/queue-measuring.js';
import { markAnswered } from '../inbox/mark-answered.js';
import { aboutPost, factHead } from '../posts/post-facts.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { changePost } from './change-post.js';
import { endSearch } from './record-unknown.js';

const publishedWords = {
  answer: ['Published: X has it.', 'baton'],
  timeline: ['It is on X: seen on the account’s timeline.', 'baton'],
  person: ['It is on X: a person of the team found it there.', 'team'],
} as const;

/** A locked post is on X. Its lane is awake. `at`: when, if that is not now. */
export async function recordPublished(
  tx: Tx,
  before: PostRow,
  seen: { xPostId: string; at: Date | null; knownBy: keyof typeof publishedWords },
  prices: PriceList,
): Promise<void> {
  const row = await changePost(
    tx,
    before,
    `state = 'published', x_post_id = $2, published_at = coalesce($3::timestamptz, baton.now()),
     looking_until = NULL, revision = revision + 1`,
    [seen.xPostId, seen.at],
  );
  await endSearch(tx, row);
  await queueMeasuring(tx, row);
  await notePostCost(tx, prices, row, row.cost_kind);
  await noteCreditAgain(tx, row.account_id);
  if (row.mention_id) await markAnswered(tx, row.mention_id);
  const tellsOf = row.kind === 'signOff' ? null : row.takeover_id;
  const wish = tellsOf && (await wishForTakeover(tx, tellsOf));
  if (wish === 'delete') await queueDeletions(tx, [row]);
  if (row.takeover_id) await lookAtTakeover(tx, row.takeover_id);
  const [words, voice] = publishedWords[seen.knownBy];
  await tell(tx, [row.post_id], words, voice);
  await appendFacts(
    tx,
    newFact(postPublished, {
      ...factHead(row),
      data: {
        ...aboutPost(row),
        xPostId: seen.xPostId,
        publishedAt: (row.published_at ?? row.accepted_at).toISOString(),
        pictures: row.media_ids.length,
        knownBy: seen.knownBy,
      },
    }),
  );
}
