import {
  accept,
  type CoverState,
  type InputOf,
  type listCover,
  type OutputOf,
  type ResultOf,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { bookingRulesOf, type Rules } from '../rules/booking-rules.js';
import { type Offer, offersIn } from './offers.js';
import { penNamesOf } from './pen-names.js';
import { type Search, whomToAsk } from './whom-to-ask.js';

type Shown = OutputOf<typeof listCover>['cover'][number];

interface Cover extends Search {
  readonly state: CoverState;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly begunAt: Date;
}

const most = 200;
const covers = `
  SELECT cover_id AS "coverId", slot_id AS "slotId", because, state, opens_at AS "opensAt", closes_at AS "closesAt",
         begun_at AS "begunAt"
    FROM cover
   WHERE charity_id = $1 AND (closes_at > baton.now() OR begun_at > baton.now() - interval '30 days')
   ORDER BY begun_at DESC LIMIT ${most}`;

/** Who was asked, what they said and who is next, by pen name. Why somebody gave a slot up is not there to see. */
@Injectable()
export class ListCover implements Handles<typeof listCover> {
  constructor(private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof listCover>): Promise<ResultOf<typeof listCover>> {
    return this.database.inCharity(charityId, async (tx) => {
      const found = await tx.query<Cover>(covers, [charityId]);
      const offers = await offersIn(
        tx,
        found.map(({ coverId }) => coverId),
      );
      const names = await penNamesOf(
        tx,
        offers.map(({ curatorId }) => curatorId),
      );
      const rules = await bookingRulesOf(tx);
      const cover: Shown[] = [];
      for (const one of found) cover.push(await shown(tx, one, offers, names, rules));
      return accept({ cover });
    });
  }
}

async function shown(
  tx: Tx,
  { coverId, slotId, because, state, ...at }: Cover,
  offers: readonly Offer[],
  names: ReadonlyMap<string, string>,
  rules: Rules,
): Promise<Shown> {
  const next = state === 'asking' ? await whomToAsk(tx, { coverId, slotId, because }, rules) : undefined;
  return {
    slotId,
    because,
    state,
    opensAt: at.opensAt.toISOString(),
    closesAt: at.closesAt.toISOString(),
    since: at.begunAt.toISOString(),
    next: next ?? null,
    asked: offers
      .filter((offer) => offer.coverId === coverId)
      .map((offer) => ({
        curatorId: offer.curatorId,
        penName: names.get(offer.curatorId) ?? '?',
        askedAs: offer.askedAs,
        state: offer.state,
        at: offer.offeredAt.toISOString(),
        expiresAt: offer.expiresAt.toISOString(),
        answeredAt: offer.answeredAt?.toISOString() ?? null,
      })),
  };
}
