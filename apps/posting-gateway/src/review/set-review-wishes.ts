import {
  accept,
  type CheckName,
  type InputOf,
  type MemberId,
  type ResultOf,
  type setReviewWishes,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { memberOf } from './claims.js';

/** Of which checks somebody does not want to meet what they found. Who has said nothing is spared nothing but what is hard for everybody. */
export async function sparedFor(tx: Tx, memberId: MemberId): Promise<CheckName[]> {
  const [said] = await tx.query<{ spared: CheckName[] }>(
    'SELECT spared FROM reviewer_wish WHERE charity_id = $1 AND member_id = $2',
    [tx.charityId, memberId],
  );
  return said?.spared ?? [];
}

@Injectable()
export class SetReviewWishes implements Handles<typeof setReviewWishes> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, spared }: InputOf<typeof setReviewWishes>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setReviewWishes>> {
    const wishes = [...new Set(spared)];
    return this.database.inCharity(charityId, async (tx) => {
      await tx.query(
        `INSERT INTO reviewer_wish (charity_id, member_id, spared) VALUES ($1, $2, $3)
         ON CONFLICT (charity_id, member_id) DO UPDATE SET spared = excluded.spared`,
        [charityId, memberOf(caller), wishes],
      );
      return accept({ spared: wishes });
    });
  }
}
