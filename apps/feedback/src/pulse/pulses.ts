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

  async find(code: string): Promise<{ charityId: CharityId; takeoverId: TakeoverId } | undefined> {
    const [found, another] = await this.database.asWorker((tx) =>
      tx.query<{ charityId: CharityId; takeoverId: TakeoverId }>(
        'SELECT charity_id AS "charityId", takeover_id AS "takeoverId" FROM pulse WHERE code = $1 LIMIT 2',
        [code],
      ),
    );
    return another ? undefined : found;
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
