import {
  type CharityId,
  type Envelope,
  offerClosed,
  slotOffered,
  takeoverClosed,
  takeoverMoved,
  takeoverOpened,
  takeoverScheduled,
  wireTypeOf,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { CharityOnStage } from './charity-on-stage.js';
import type { Stage } from './stage.js';

const within = 'tstzrange(opens_at, closes_at)';
const live = `takeover.charity_id = $1 AND takeover.state <> 'closed'`;
const offers = `cover_offer JOIN cover USING (charity_id, cover_id, slot_id)`;

/** What never is, each by a statement that finds it. */
const never: Readonly<Record<string, string>> = {
  'two live takeovers at one time': `
    SELECT FROM takeover JOIN takeover other USING (charity_id)
     WHERE ${live} AND other.state <> 'closed' AND takeover.takeover_id < other.takeover_id
       AND tstzrange(takeover.opens_at, takeover.closes_at) && tstzrange(other.opens_at, other.closes_at)`,
  'a live takeover without its slot': `
    SELECT FROM takeover WHERE ${live}
       AND NOT EXISTS (SELECT FROM slot WHERE slot.charity_id = $1 AND slot.slot_id = takeover.slot_id)`,
  'a live takeover that gave way': `SELECT FROM takeover WHERE ${live} AND gave_way`,
  'two live offers of a slot': `
    SELECT FROM cover_offer WHERE charity_id = $1 AND state = 'open' GROUP BY slot_id HAVING count(*) > 1`,
  'a live offer of a slot that is gone, or at another time': `
    SELECT FROM ${offers} LEFT JOIN slot USING (charity_id, slot_id)
     WHERE cover.charity_id = $1 AND cover_offer.state = 'open'
       AND (slot.opens_at, slot.closes_at) IS DISTINCT FROM (cover.opens_at, cover.closes_at)`,
  'a live offer of what somebody has': `
    SELECT FROM ${offers} JOIN takeover USING (charity_id)
     WHERE ${live} AND cover_offer.state = 'open'
       AND tstzrange(takeover.opens_at, takeover.closes_at) && tstzrange(cover.opens_at, cover.closes_at)`,
  'a search without an offer, or an offer without a search': `
    SELECT FROM ${offers} WHERE charity_id = $1 GROUP BY cover_id, cover.state
    HAVING (cover.state = 'asking') <> (count(*) FILTER (WHERE cover_offer.state = 'open') = 1)`,
  'somebody who thinks about two free slots at once': `
    SELECT FROM ${offers} WHERE charity_id = $1 AND cover_offer.state = 'open' AND because = 'freed'
     GROUP BY curator_id HAVING count(*) > 1`,
  'slots that overlap': `
    SELECT FROM slot JOIN slot other USING (charity_id)
     WHERE charity_id = $1 AND slot.slot_id < other.slot_id
       AND ${within.replaceAll(/(\w+_at)/g, 'slot.$1')} && ${within.replaceAll(/(\w+_at)/g, 'other.$1')}`,
};

/** The names of what is although it must never be; none where all is well. */
export function whatIsWrong(stage: Stage, charityId: CharityId): Promise<string[]> {
  return stage.inCharity(charityId, async (tx: Tx) => {
    const parts = Object.values(never).map((finds, index) => `SELECT ${index} AS at WHERE EXISTS (${finds})`);
    const found = await tx.query<{ at: number }>(parts.join(' UNION ALL '), [charityId]);
    return found.map(({ at }) => Object.keys(never)[at] ?? '?');
  });
}

const ofTakeover: readonly string[] = [takeoverScheduled, takeoverMoved, takeoverOpened, takeoverClosed].map(
  wireTypeOf,
);
const storyOfTakeover = /^scheduled( moved)*( opened( moved)*)?( closed)?$/;

/** Of each takeover and each offer, what was told of it, where that is no story that can be. */
export async function storiesThatCannotBe(charity: CharityOnStage): Promise<string[]> {
  const facts = await charity.facts();
  const closed = new Set(
    (await charity.takeovers()).flatMap((one) => (one.state === 'closed' ? one.takeoverId : [])),
  );
  const strange: string[] = [];
  for (const [subject, told] of storiesIn(facts, ofTakeover)) {
    const words = told.map(({ type }) => type.replace(/^baton\.takeover\.|\.v1$/g, '')).join(' ');
    const inOrder = told.every(({ revision }, index) => revision === index + 1);
    if (!storyOfTakeover.test(words) || !inOrder) strange.push(`${words} ${inOrder}`);
    if (closed.has(subject as never) && !words.endsWith('closed')) strange.push(`${words}, and is closed`);
  }
  const opened = facts.filter(({ type }) => type === wireTypeOf(slotOffered));
  for (const { subject } of opened) {
    const ends = facts.filter((fact) => fact.subject === subject && fact.type === wireTypeOf(offerClosed));
    if (ends.length > 1) strange.push('an offer that ends twice');
  }
  return strange;
}

function storiesIn(facts: readonly Envelope[], types: readonly string[]): Map<string, Envelope[]> {
  const stories = new Map<string, Envelope[]>();
  for (const fact of facts.filter(({ type }) => types.includes(type)))
    stories.set(fact.subject, [...(stories.get(fact.subject) ?? []), fact]);
  return stories;
}
