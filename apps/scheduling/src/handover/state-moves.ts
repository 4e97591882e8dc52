import {
  type CharityId,
  type CuratorId,
  schedulingAudited,
  type TakeoverId,
  takeoverClosed,
  takeoverOpened,
  type WhyClosed,
} from '@baton/contracts';
import { type NewFact, newAuditFact, newFact } from '@baton/messaging';

export interface Moved {
  readonly charityId: CharityId;
  readonly takeoverId: TakeoverId;
  readonly curatorId: CuratorId;
  readonly from: 'scheduled' | 'open';
  readonly state: 'open' | 'closed';
  readonly revision: number;
  readonly movedAt: Date;
  /** Why it closed; null where it opened. */
  readonly because: WhyClosed | null;
}

/** What is stated of takeovers that moved on. What is only to be remembered comes after all that has to be acted on. */
export const factsOf = (moved: readonly Moved[]): { charityId: CharityId; fact: NewFact }[] =>
  [factOf, auditFactOf].flatMap((statement) =>
    moved.map((takeover) => ({ charityId: takeover.charityId, fact: statement(takeover) })),
  );

function factOf({ from, state, takeoverId, curatorId, revision, movedAt, because }: Moved): NewFact {
  const fact = { subject: takeoverId, revision };
  const at = movedAt.toISOString();
  return state === 'open'
    ? newFact(takeoverOpened, { ...fact, data: { takeoverId, curatorId, openedAt: at } })
    : newFact(takeoverClosed, {
        ...fact,
        data: {
          takeoverId,
          curatorId,
          closedAt: at,
          opened: from === 'open',
          ...(because && { because }),
        },
      });
}

const auditFactOf = ({ from, state, takeoverId, curatorId, movedAt }: Moved): NewFact =>
  newAuditFact(schedulingAudited, {
    by: 'scheduling',
    action: state === 'open' ? 'takeover.opened' : 'takeover.closed',
    about: takeoverId,
    details: { curator: curatorId, ...(state === 'closed' && { hadOpened: from === 'open' }) },
    at: movedAt,
  });
