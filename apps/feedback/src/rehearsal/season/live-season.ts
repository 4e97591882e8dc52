import {
  type CharityId,
  crisisNoticed,
  curatorReady,
  type EventDeclaration,
  type FollowUpId,
  type MentionId,
  mentionReported,
  type PostId,
  postDecided,
  postHeld,
  postMissedWindow,
  postOutcomeUnknown,
  postPublished,
  type SlotId,
  stormBegan,
  switchChanged,
  takeoverClosed,
  takeoverGivenBack,
  takeoverOpened,
  takeoverScheduled,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { openTeller, type Teller } from '@baton/testing';
import type { Stage } from '../stage.js';
import { fillTables } from './fill-tables.js';
import type { PlannedPost, PlannedWeekend } from './plan-season.js';

type Tell = <E extends EventDeclaration>(
  event: E,
  fact: Parameters<Teller['tell']>[2] & object,
) => Promise<void>;

/**
 * Tells a season as the other services would, fact by fact. What many people tap and X counts is written into the tables: one
 * by one through the door it would take minutes, and the door has tests of its own. Likewise answers to surveys, because the
 * clock stands where it stands.
 */
export async function liveSeason(
  stage: Stage,
  charityId: CharityId,
  season: readonly PlannedWeekend[],
): Promise<number> {
  const teller = await openTeller(stage.nats);
  let facts = 0;
  const tell: Tell = async (event, fact) => {
    await teller.tell(event, charityId, fact as never);
    facts += 1;
  };
  let proof = 0;
  for (const weekend of season) {
    await tellWeekend(tell, weekend);
    for (const { at, mode } of weekend.switchUses) {
      proof += 1;
      const data = { mode, at: at.toISOString(), stopped: 1 };
      await tell(switchChanged, { subject: charityId, revision: proof, data });
    }
  }
  await stage.service.settle();
  await teller.close();
  await stage.inCharity(charityId, (tx) => fillTables(tx, season));
  return facts;
}

const dayMs = 86_400_000;

async function tellWeekend(tell: Tell, weekend: PlannedWeekend): Promise<void> {
  const { takeoverId, curatorId, penName, version, fate, openedAt, closedAt } = weekend;
  const [opensAt, closesAt] = [weekend.opensAt.toISOString(), weekend.closesAt.toISOString()];
  const about = { takeoverId, curatorId };
  await tell(curatorReady, {
    subject: curatorId,
    revision: version * 100 + Number(penName.slice(4)),
    data: { curatorId, penName, identityLevel: 'penName', agreementVersion: version },
    time: new Date(weekend.opensAt.getTime() - dayMs),
  });
  const booked = {
    ...about,
    slotId: newId<SlotId>(),
    penName,
    identityLevel: 'penName' as const,
    opensAt,
    closesAt,
  };
  await tell(takeoverScheduled, { subject: takeoverId, revision: 1, data: booked });
  if (openedAt)
    await tell(takeoverOpened, {
      subject: takeoverId,
      revision: 2,
      data: { ...about, openedAt: openedAt.toISOString() },
    });
  for (const post of weekend.posts) await tellPost(tell, weekend, post);
  for (const kind of weekend.incidents) await tellIncident(tell, weekend, kind);
  const closed = { ...about, closedAt: closedAt.toISOString(), opened: openedAt !== null };
  if (fate === 'givenBack') {
    const data = { ...about, givenBackAt: closedAt.toISOString() };
    await tell(takeoverGivenBack, { subject: takeoverId, revision: 1, data });
  }
  const because =
    fate === 'calledOff'
      ? { because: 'cancelledByCurator' as const }
      : fate === 'givenBack'
        ? { because: 'ended' as const }
        : {};
  await tell(takeoverClosed, { subject: takeoverId, revision: 3, data: { ...closed, ...because } });
}

async function tellPost(
  tell: Tell,
  { takeoverId, curatorId, openedAt }: PlannedWeekend,
  post: PlannedPost,
): Promise<void> {
  const { postId, isReply, pictures, holds } = post;
  const about = { postId, takeoverId, curatorId, kind: isReply ? ('reply' as const) : ('post' as const) };
  for (const [index, { heldAt, seconds, verdict, by }] of holds.entries()) {
    await tell(postHeld, {
      subject: postId,
      revision: index * 2 + 1,
      data: { ...about, checks: ['links'] },
      time: heldAt,
    });
    if (seconds === null) continue;
    const time = new Date(heldAt.getTime() + seconds * 1_000);
    await tell(postDecided, {
      subject: postId,
      revision: index * 2 + 2,
      data: { ...about, verdict, by },
      time,
    });
  }
  const out = {
    ...about,
    pictures,
    xPostId: postId,
    publishedAt: openedAt?.toISOString() ?? '',
    knownBy: 'answer' as const,
  };
  await tell(postPublished, { subject: postId, revision: 9, data: out });
}

async function tellIncident(
  tell: Tell,
  { takeoverId, curatorId, opensAt }: PlannedWeekend,
  kind: PlannedWeekend['incidents'][number],
): Promise<void> {
  const postId = newId<PostId>();
  const post = { postId, takeoverId, curatorId, kind: 'post' as const };
  const head = { revision: 1, time: opensAt };
  switch (kind) {
    case 'crisis': {
      const followUpId = newId<FollowUpId>();
      return tell(crisisNoticed, {
        ...head,
        subject: followUpId,
        data: { followUpId, takeoverId, curatorId, postId, severity: 'high' },
      });
    }
    case 'reported': {
      const mentionId = newId<MentionId>();
      return tell(mentionReported, {
        ...head,
        subject: mentionId,
        data: { mentionId, takeoverId, reason: 'threat' },
      });
    }
    case 'outcomeUnknown':
      return tell(postOutcomeUnknown, { ...head, subject: postId, data: post });
    case 'missedWindow':
      return tell(postMissedWindow, { ...head, subject: postId, data: post });
    case 'storm':
      return tell(stormBegan, { ...head, subject: takeoverId, data: { takeoverId } });
  }
}
