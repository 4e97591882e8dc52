import {
  accept,
  type askForBuddy,
  type endBuddy,
  type InputOf,
  mayCurate,
  type offerToBeBuddy,
  type ResultOf,
  refuse,
  type viewBuddies,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { curatorOf } from '../me/curator-of.js';
import { turnAtPeople } from '../turns/turn-at-people.js';
import { endPair, pairsOf } from './buddy-rows.js';
import { PairUp } from './pair-up.js';
import { PresentBuddies } from './present-buddies.js';

@Injectable()
export class ViewBuddies implements Handles<typeof viewBuddies> {
  constructor(
    private readonly database: Database,
    private readonly presenting: PresentBuddies,
  ) {}

  async handle(
    { charityId, before }: InputOf<typeof viewBuddies>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof viewBuddies>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      if (!(await findByCurator(tx, curatorId))) return refuse('notFound');
      return accept(await this.presenting.of(tx, curatorId, before));
    });
  }
}

const wish = `
  INSERT INTO buddy_wish (charity_id, curator_id, alert_my_buddy) VALUES ($1, $2, $3)
  ON CONFLICT (charity_id, curator_id) DO UPDATE SET alert_my_buddy = excluded.alert_my_buddy`;

@Injectable()
export class AskForBuddy implements Handles<typeof askForBuddy> {
  constructor(
    private readonly database: Database,
    private readonly pairing: PairUp,
    private readonly presenting: PresentBuddies,
  ) {}

  async handle(
    { charityId, alertMyBuddy }: InputOf<typeof askForBuddy>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof askForBuddy>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      await turnAtPeople(tx);
      if (!(await findByCurator(tx, curatorId))) return refuse('notFound');
      await tx.query(wish, [charityId, curatorId, alertMyBuddy]);
      await noteInAudit(tx, { by: caller, action: 'buddy.asked', about: curatorId });
      await this.pairing.pairUp(tx);
      return accept(await this.presenting.of(tx, curatorId));
    });
  }
}

/** An offer made again keeps its place in the queue. */
@Injectable()
export class OfferToBeBuddy implements Handles<typeof offerToBeBuddy> {
  constructor(
    private readonly database: Database,
    private readonly pairing: PairUp,
    private readonly presenting: PresentBuddies,
  ) {}

  async handle(
    { charityId, offers }: InputOf<typeof offerToBeBuddy>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof offerToBeBuddy>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      await turnAtPeople(tx);
      const curator = await findByCurator(tx, curatorId);
      if (!curator) return refuse('notFound');
      if (offers && !mayCurate(curator.state)) return refuse('notYet');
      const changed = await tx.query(
        offers
          ? 'INSERT INTO buddy_offer (charity_id, curator_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1'
          : 'DELETE FROM buddy_offer WHERE charity_id = $1 AND curator_id = $2 RETURNING 1',
        [charityId, curatorId],
      );
      if (changed.length > 0)
        await noteInAudit(tx, { by: caller, action: 'buddy.offered', about: curatorId, details: { offers } });
      if (offers) await this.pairing.pairUp(tx);
      return accept(await this.presenting.of(tx, curatorId));
    });
  }
}

/** Whoever had somebody and has nobody now does not wait for another: they said that they want none. */
@Injectable()
export class EndBuddy implements Handles<typeof endBuddy> {
  constructor(
    private readonly database: Database,
    private readonly pairing: PairUp,
    private readonly presenting: PresentBuddies,
  ) {}

  async handle(
    { charityId, pairId }: InputOf<typeof endBuddy>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof endBuddy>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      await turnAtPeople(tx);
      if (!(await findByCurator(tx, curatorId))) return refuse('notFound');
      const pair = (await pairsOf(tx, curatorId)).find((one) => one.pairId === pairId);
      if (pair) {
        await endPair(tx, pairId);
        if (pair.newcomerId === curatorId)
          await tx.query('DELETE FROM buddy_wish WHERE charity_id = $1 AND curator_id = $2', [
            charityId,
            curatorId,
          ]);
        else
          await tx.query('DELETE FROM buddy_offer WHERE charity_id = $1 AND curator_id = $2', [
            charityId,
            curatorId,
          ]);
        await noteInAudit(tx, { by: caller, action: 'buddy.ended', about: pairId });
        await this.pairing.pairUp(tx);
      }
      return accept(await this.presenting.of(tx, curatorId));
    });
  }
}
