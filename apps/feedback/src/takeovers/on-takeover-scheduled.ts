import type { CuratorId, FactOf, IdentityLevel, takeoverScheduled } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { hasLeft, someoneWhoHasLeft } from './has-left.js';
import { takeTurns } from './take-turns.js';

type Booked = FactOf<typeof takeoverScheduled>['data'];
interface Shown {
  readonly penName: string;
  readonly identityLevel: IdentityLevel;
}

/** A later window may be known already, or that its curator has left or become anonymous: facts can overtake each other. */
@Injectable()
export class OnTakeoverScheduled implements Consumes<typeof takeoverScheduled> {
  async handle({ data }: FactOf<typeof takeoverScheduled>, tx: Tx): Promise<void> {
    const { takeoverId, curatorId, opensAt, closesAt } = data;
    await takeTurns(tx, curatorId);
    const { penName, identityLevel } = await shownAs(tx, data);
    await tx.query(
      `INSERT INTO weekend (charity_id, takeover_id, curator_id, pen_name, identity_level, opens_at, closes_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (charity_id, takeover_id) DO UPDATE
         SET pen_name = excluded.pen_name, identity_level = excluded.identity_level,
             opens_at = coalesce(weekend.opens_at, excluded.opens_at),
             closes_at = coalesce(weekend.closes_at, excluded.closes_at)`,
      [tx.charityId, takeoverId, curatorId, penName, identityLevel, opensAt, closesAt],
    );
  }
}

async function shownAs(tx: Tx, { curatorId, penName, identityLevel }: Booked): Promise<Shown> {
  if (await hasLeft(tx, curatorId)) return { penName: someoneWhoHasLeft, identityLevel: 'anonymous' };
  return { penName, identityLevel: (await isAnonymousNow(tx, curatorId)) ? 'anonymous' : identityLevel };
}

async function isAnonymousNow(tx: Tx, curatorId: CuratorId): Promise<boolean> {
  const [latest] = await tx.query<{ level: IdentityLevel | null }>(
    `SELECT identity_level AS level FROM curator_agreement WHERE charity_id = $1 AND curator_id = $2
      ORDER BY revision DESC LIMIT 1`,
    [tx.charityId, curatorId],
  );
  return latest?.level === 'anonymous';
}
