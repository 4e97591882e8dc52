import type { CharityId, TakeoverId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

export interface PulseRow {
  readonly takeoverId: TakeoverId;
  readonly code: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly crisisCalledAt: Date | null;
  readonly now: Date;
  readonly zone: string;
}

export const isOver = ({ closesAt, now }: PulseRow): boolean => now >= closesAt;

const columns = `takeover_id AS "takeoverId", code, opens_at AS "opensAt", closes_at AS "closesAt",
  crisis_called_at AS "crisisCalledAt", baton.now() AS now, zone`;

/** Finds what a code in an address stands for. Two that are the same, by a chance of one in 10^18, are nobody’s. */
@Injectable()
export class Pulses {
  constructor(private readonly database: Database) {}

  /** In one transaction, as the charity whose code it is. Undefined: there is no such pulse. */
  async inCharityOf<T>(
    code: string,
    work: (tx: Tx, takeoverId: TakeoverId) => Promise<T>,
  ): Promise<T | undefined> {
    return this.database.asWorker(async (tx) => {
      const [found, another] = await tx.query<{ charityId: CharityId; takeoverId: TakeoverId }>(
        'SELECT charity_id AS "charityId", takeover_id AS "takeoverId" FROM pulse WHERE code = $1 LIMIT 2',
        [code],
      );
      if (!found || another) return undefined;
      return work(await tx.enterCharity(found.charityId), found.takeoverId);
    });
  }
}

/** With a lock, one answer at a time: what is counted of a network is then never counted twice. */
export async function readPulse(
  tx: Tx,
  takeoverId: TakeoverId,
  lock: '' | 'FOR UPDATE OF pulse' = '',
): Promise<PulseRow | undefined> {
  const [row] = await tx.query<PulseRow>(
    `SELECT ${columns} FROM pulse JOIN charity USING (charity_id)
      WHERE pulse.charity_id = $1 AND takeover_id = $2 ${lock}`,
    [tx.charityId, takeoverId],
  );
  return row;
}

/** The last fifty of a charity, the newest first. */
export const lastPulses = (tx: Tx): Promise<PulseRow[]> =>
  tx.query<PulseRow>(
    `SELECT ${columns} FROM pulse JOIN charity USING (charity_id)
      WHERE pulse.charity_id = $1 ORDER BY opens_at DESC, takeover_id LIMIT 50`,
    [tx.charityId],
  );
