import {
  type CuratorId,
  DirectAnswer,
  type LonelinessAnswers,
  type PostId,
  type TakeoverId,
  UclaAnswer,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { type Chance, seeded } from '@baton/testing';
import { wallInstant } from './wall-instant.js';

export type Wave = 'before' | 'after' | 'fourWeeks';
export type Tap = 'yes' | 'aLittle' | 'no' | null;
export type Mark = 'day' | 'threeDays' | 'week';

export interface PlannedAnswers {
  readonly wave: Wave;
  readonly openedAt: Date;
  readonly answeredAt: Date | null;
  readonly items: readonly LonelinessAnswers['companionship'][];
  readonly direct: LonelinessAnswers['direct'];
  readonly experience: number | null;
}

export interface PlannedPost {
  readonly postId: PostId;
  readonly isReply: boolean;
  readonly pictures: number;
  readonly engagement: Readonly<Record<Mark, readonly [number, number, number, number, number]>> | null;
  readonly holds: readonly {
    readonly heldAt: Date;
    readonly seconds: number | null;
    readonly verdict: 'approve' | 'decline';
    readonly by: string;
  }[];
}

export interface PlannedWeekend {
  readonly takeoverId: TakeoverId;
  readonly curatorId: CuratorId;
  readonly penName: string;
  readonly version: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly fate: 'over' | 'late' | 'missed' | 'calledOff' | 'givenBack';
  readonly openedAt: Date | null;
  readonly closedAt: Date;
  readonly surveys: readonly PlannedAnswers[];
  readonly posts: readonly PlannedPost[];
  readonly pulse: readonly { readonly lessAlone: Tap; readonly learned: Tap; readonly counted: boolean }[];
  readonly followers: { readonly opened: number; readonly closed: number; readonly week: number | null };
  readonly incidents: readonly ('crisis' | 'reported' | 'outcomeUnknown' | 'missedWindow' | 'storm')[];
  readonly switchUses: readonly { readonly at: Date; readonly mode: 'hold' | 'pause' }[];
}

const hour = 3_600_000;
const day = 24 * hour;
const moderators = [1, 2, 3].map((n) => `moderator 0192e7a0-0000-7000-8000-0000000000b${n}`);
const after = (from: Date, ms: number) => new Date(from.getTime() + ms);

/** Everything that happens in a season, made up before any of it is told: what a report says is counted from this list. */
export function planSeason({ seed, weekends }: { seed: number; weekends: number }): PlannedWeekend[] {
  const chance = seeded(seed);
  const lastWeek = new Map<CuratorId, number>();
  return Array.from({ length: weekends }, (_, week) => {
    const rested = [...lastWeek].filter(([, last]) => last < week - 10).map(([curatorId]) => curatorId);
    const curatorId = rested.length > 0 && chance.chance(0.12) ? chance.pick(rested) : newId<CuratorId>();
    lastWeek.set(curatorId, week);
    return planWeekend(chance, { week, curatorId });
  });
}

function planWeekend(
  chance: Chance,
  { week, curatorId }: { week: number; curatorId: CuratorId },
): PlannedWeekend {
  const opensAt = wallInstant(2025, 0, 3 + 7 * week, '17:30');
  const closesAt = wallInstant(2025, 0, 6 + 7 * week, '09:00');
  const fate = chance.chance(0.88)
    ? 'over'
    : chance.pick(['late', 'missed', 'calledOff', 'givenBack'] as const);
  const began = fate !== 'missed' && fate !== 'calledOff';
  const openedAt = began ? after(opensAt, fate === 'late' ? 10 * 60_000 : chance.below(900)) : null;
  const closedAt =
    fate === 'givenBack'
      ? after(opensAt, 20 * hour)
      : fate === 'calledOff'
        ? after(opensAt, -3 * day)
        : after(closesAt, chance.below(900));
  return {
    takeoverId: newId<TakeoverId>(),
    curatorId,
    penName: `Pen ${week}`,
    version: week < 40 ? 1 : 2,
    ...{ opensAt, closesAt, fate, openedAt, closedAt },
    surveys: began ? planSurveys(chance, { opensAt, closedAt }) : [],
    posts: began ? Array.from({ length: 6 + chance.below(14) }, () => planPost(chance, opensAt)) : [],
    pulse: began ? Array.from({ length: 250 + chance.below(80) }, () => planTaps(chance)) : [],
    followers: {
      opened: 5_000 + week * 10,
      closed: 5_000 + week * 10 + chance.below(40),
      week: chance.chance(0.9) ? 5_010 + week * 10 + chance.below(60) : null,
    },
    incidents: began
      ? (['crisis', 'reported', 'outcomeUnknown', 'missedWindow', 'storm'] as const).filter(() =>
          chance.chance(0.08),
        )
      : [],
    switchUses:
      began && chance.chance(0.1)
        ? [{ at: after(opensAt, 2 * hour), mode: chance.pick(['hold', 'pause'] as const) }]
        : [],
  };
}

function planSurveys(
  chance: Chance,
  { opensAt, closedAt }: { opensAt: Date; closedAt: Date },
): PlannedAnswers[] {
  const before = after(opensAt, -20 * day);
  // One in twenty answers what was asked before only when it is on already: that is not before.
  const answeredBefore = chance.chance(0.05)
    ? after(opensAt, 3 * hour)
    : after(before, day + chance.below(10 * day));
  const fourWeeks = after(closedAt, 28 * day);
  return [
    planAnswers(chance, { wave: 'before', openedAt: before, answeredAt: answeredBefore, lonely: 2 }),
    planAnswers(chance, {
      wave: 'after',
      openedAt: closedAt,
      answeredAt: after(closedAt, hour + chance.below(6 * day)),
      lonely: 1,
    }),
    planAnswers(chance, {
      wave: 'fourWeeks',
      openedAt: fourWeeks,
      answeredAt: after(fourWeeks, hour + chance.below(6 * day)),
      lonely: 1,
    }),
  ];
}

function planAnswers(
  chance: Chance,
  { wave, openedAt, answeredAt, lonely }: { wave: Wave; openedAt: Date; answeredAt: Date; lonely: number },
): PlannedAnswers {
  const item = () =>
    chance.chance(0.03)
      ? null
      : (UclaAnswer.options[Math.min(2, chance.below(2) + (chance.chance(0.4) ? lonely : 0))] ?? null);
  const items = [item(), item(), item()];
  const direct = chance.chance(0.04) ? null : chance.pick(DirectAnswer.options);
  const experience = wave !== 'after' || chance.chance(0.05) ? null : 2 + chance.below(4);
  return { wave, openedAt, answeredAt: chance.chance(0.9) ? answeredAt : null, items, direct, experience };
}

function planPost(chance: Chance, opensAt: Date): PlannedPost {
  const heldAt = after(opensAt, chance.below(48) * hour);
  const seconds = chance.chance(0.9) ? 30 + chance.below(3_000) : null;
  const likes = chance.below(80);
  const views = 200 + chance.below(20_000);
  const at = (times: number) =>
    [
      likes * times,
      times * chance.below(9),
      times * chance.below(12),
      chance.below(5),
      views * times,
    ] as const;
  return {
    postId: newId<PostId>(),
    isReply: chance.chance(0.3),
    pictures: chance.chance(0.2) ? 1 : 0,
    engagement: chance.chance(0.95) ? { day: at(1), threeDays: at(2), week: at(3) } : null,
    holds: chance.chance(0.12)
      ? [
          {
            heldAt,
            seconds,
            verdict: chance.chance(0.7) ? 'approve' : 'decline',
            by: chance.pick(moderators),
          },
        ]
      : [],
  };
}

function planTaps(chance: Chance): PlannedWeekend['pulse'][number] {
  const tap = (): Tap =>
    chance.chance(0.04) ? null : chance.chance(0.5) ? 'yes' : chance.pick(['aLittle', 'no'] as const);
  return { lessAlone: tap(), learned: tap(), counted: chance.chance(0.97) };
}
