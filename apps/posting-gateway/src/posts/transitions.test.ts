import { type PostState, PostState as PostStateSchema, postTransitions } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
let charity: CharityOnStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
  charity = await stage.aCharity();
});
afterAll(() => stage.close());

type State = PostState['state'];

const states = PostStateSchema.options.map(({ shape }): State => shape.state.value);
const declared = new Set<string>(postTransitions.map(({ from, to }) => `${from} → ${to}`));
const pairs = states.flatMap((from) =>
  states.filter((to) => to !== from).map((to) => ({ from, to, change: `${from} → ${to}` })),
);

/** What the constraints of the table want of a post in any state. */
const complete = `attempted_at = baton.now(), maybe_out_since = baton.now(), published_at = baton.now(),
                  deleted_at = baton.now(), x_post_id = post_id::text, sealed_decline_reason = '',
                  rejection_reason = 'refusedByX', rejection_words = ''`;

/** A declared way from a new post to a state. */
function wayTo(state: State): State[] {
  const ways: State[][] = [['queued'], ['held']];
  for (const way of ways) {
    const last = way.at(-1);
    if (last === state) return way;
    const next = states.filter((to) => declared.has(`${last} → ${to}`) && !way.includes(to));
    ways.push(...next.map((to) => [...way, to]));
  }
  throw new Error(`there is no way to ${state}`);
}

/** Has a post go that way, in one statement after another, whatever code would say of it. */
async function goes(way: readonly State[]): Promise<void> {
  const [post] = await charity.submit(`Goes ${way.join(' ')}`);
  await stage.database.inCharity(charity.charityId, async (tx) => {
    await tx.query(`UPDATE post SET ${complete} WHERE post_id = $1`, [post]);
    for (const state of way) await tx.query('UPDATE post SET state = $2 WHERE post_id = $1', [post, state]);
  });
}

describe('the states of a post', () => {
  it('are in the database as the contracts declare them: the same changes and no other', async () => {
    const known = await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query<{ change: string }>(
        `SELECT before || ' → ' || after AS change FROM declared_post_transitions()`,
      ),
    );
    expect(known.map(({ change }) => change).sort()).toEqual([...declared].sort());
  });

  it.each(pairs.filter(({ change }) => !declared.has(change)))(
    'refuse $change, whoever asks',
    async ({ from, to }) => {
      await expect(goes([...wayTo(from), to])).rejects.toMatchObject({
        constraint: `post_from_${from}_to_${to}`,
      });
    },
  );

  it.each(pairs.filter(({ change }) => declared.has(change)))('allow $change', async ({ from, to }) => {
    await goes([...wayTo(from), to]);
  });

  it.each(states.filter((state) => !declared.has(`begin → ${state}`)))(
    'do not begin with %s',
    async (state) => {
      await charity.submit('Copied');
      const copy = stage.database.inCharity(charity.charityId, (tx) =>
        tx.query(
          `INSERT INTO post OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(post, jsonb_build_object('state', $1::text))).*
             FROM post LIMIT 1`,
          [state],
        ),
      );
      await expect(copy).rejects.toMatchObject({ constraint: `post_from_begin_to_${state}` });
    },
  );

  it('say of every change by whom and why', () => {
    expect(postTransitions.filter(({ why }) => !/^[A-Z].*\.$/.test(why))).toEqual([]);
  });
});
