import type {
  AlertReason,
  FactOf,
  postDecided,
  postMissedWindow,
  slotSettled,
  stormOver,
  takeoverClosed,
  takeoverPreFlightPassed,
  teamWaitOver,
} from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** A crisis is no machine's to settle, nor a reminder of one: somebody has to have seen to the person. */
type SettlesItself = Exclude<AlertReason, 'crisis'>;

/** What somebody has taken is theirs: it stays as it is. */
const settle = `
  UPDATE team_alert SET settled_at = baton.now(), escalate_at = NULL
   WHERE charity_id = $1 AND subject = $2 AND reason = ANY ($3) AND taken_by IS NULL AND settled_at IS NULL`;

const settled = (tx: Tx, subject: string, ...reasons: SettlesItself[]): Promise<unknown> =>
  tx.query(settle, [tx.charityId, subject, reasons]);

/** Somebody has the slot, or there is no such slot any more. */
@Injectable()
export class OnSlotSettled implements Consumes<typeof slotSettled> {
  async handle({ data }: FactOf<typeof slotSettled>, tx: Tx): Promise<void> {
    await settled(tx, data.slotId, 'uncovered');
  }
}

@Injectable()
export class OnPreFlightPassed implements Consumes<typeof takeoverPreFlightPassed> {
  async handle({ data }: FactOf<typeof takeoverPreFlightPassed>, tx: Tx): Promise<void> {
    await settled(tx, data.takeoverId, 'preFlight');
  }
}

/** Whatever was missing for it is missed no more. */
@Injectable()
export class OnTakeoverClosed implements Consumes<typeof takeoverClosed> {
  async handle({ data }: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    await settled(tx, data.takeoverId, 'preFlight');
  }
}

@Injectable()
export class OnStormOver implements Consumes<typeof stormOver> {
  async handle({ data }: FactOf<typeof stormOver>, tx: Tx): Promise<void> {
    await settled(tx, data.takeoverId, 'storm');
  }
}

/** A person has decided, or there is nothing left to decide. */
@Injectable()
export class OnPostNoLongerHeld implements Consumes<typeof postDecided | typeof postMissedWindow> {
  async handle({ data }: FactOf<typeof postDecided | typeof postMissedWindow>, tx: Tx): Promise<void> {
    await settled(tx, data.postId, 'handedUp', 'late');
  }
}

const settledBy: Readonly<Record<FactOf<typeof teamWaitOver>['data']['what'], readonly SettlesItself[]>> = {
  report: ['reported', 'late'],
  heldPost: ['handedUp', 'late'],
  handedUp: ['handedUp'],
  followUp: [],
};

@Injectable()
export class OnTeamWaitOver implements Consumes<typeof teamWaitOver> {
  async handle({ data }: FactOf<typeof teamWaitOver>, tx: Tx): Promise<void> {
    await settled(tx, data.id, ...settledBy[data.what]);
  }
}
