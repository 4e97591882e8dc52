import { randomUUID } from 'node:crypto';
import { CharityId, ExportId } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** An archive that this process is making. Whoever has lost the lease writes nothing more. */
export interface Making {
  readonly charityId: CharityId;
  readonly exportId: ExportId;
  readonly lease: string;
}

export interface ExportRow {
  readonly state: 'beingMade' | 'ready' | 'failed' | 'expired';
  readonly bytes: number;
  readonly parts: number;
  readonly expires_at: Date | null;
}

const leaseMinutes = 5;
const triesAllowed = 3;
const daysToDownload = 7;

const claim = `
  UPDATE export SET lease = $1, leased_until = baton.now() + make_interval(mins => $2), tries = tries + 1
   WHERE (charity_id, export_id) IN (
     SELECT charity_id, export_id FROM export WHERE state = 'beingMade' AND leased_until <= baton.now()
      ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id, export_id`;

const keyOf = (exportId: string): string => `export:${exportId}`;

/** Where archives lie while they are made and while they can be downloaded: in sealed parts, each export under its own key. */
@Injectable()
export class Exports {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async find(tx: Tx, exportId: ExportId): Promise<ExportRow | undefined> {
    const [row] = await tx.query<ExportRow>(
      `SELECT CASE WHEN state = 'ready' AND expires_at <= baton.now() THEN 'expired' ELSE state END AS state,
              bytes::float8 AS bytes, parts, expires_at FROM export WHERE export_id = $1`,
      [exportId],
    );
    return row;
  }

  /** The next that waits, begun anew; undefined where none does. */
  claim(): Promise<Making | undefined> {
    return this.database.asWorker(async (all) => {
      const lease = randomUUID();
      const [row] = await all.query<{ charity_id: string; export_id: string }>(claim, [lease, leaseMinutes]);
      if (!row) return undefined;
      const [charityId, exportId] = [CharityId.parse(row.charity_id), ExportId.parse(row.export_id)];
      const tx = await all.enterCharity(charityId);
      await tx.query('DELETE FROM export_part WHERE export_id = $1', [exportId]);
      await tx.query('UPDATE export SET bytes = 0, parts = 0 WHERE export_id = $1', [exportId]);
      return { charityId, exportId, lease };
    });
  }

  addPart(making: Making, bytes: Buffer): Promise<void> {
    return this.whileLeased(making, async (tx) => {
      const [row] = await tx.query<{ parts: number }>(
        `UPDATE export SET bytes = bytes + $2, parts = parts + 1,
                leased_until = baton.now() + make_interval(mins => $3)
          WHERE export_id = $1 RETURNING parts`,
        [making.exportId, bytes.length, leaseMinutes],
      );
      const number = row?.parts ?? 0;
      const base64 = bytes.toString('base64');
      const sealed = await this.vault.seal(tx, keyOf(making.exportId), `part-${number}`, base64);
      await tx.query(
        'INSERT INTO export_part (charity_id, export_id, number, sealed) VALUES ($1, $2, $3, $4)',
        [making.charityId, making.exportId, number, sealed],
      );
    });
  }

  finish(making: Making): Promise<void> {
    return this.whileLeased(making, async (tx) => {
      await tx.query(
        `UPDATE export SET state = 'ready', expires_at = baton.now() + make_interval(days => $2) WHERE export_id = $1`,
        [making.exportId, daysToDownload],
      );
    });
  }

  /** Due again in a minute, until it has been tried often enough. */
  putOff(making: Making): Promise<void> {
    return this.whileLeased(making, async (tx) => {
      await tx.query(
        `UPDATE export SET leased_until = baton.now() + interval '1 minute',
                state = CASE WHEN tries >= $2 THEN 'failed' ELSE state END
          WHERE export_id = $1`,
        [making.exportId, triesAllowed],
      );
    });
  }

  /** A part in base64. */
  async readPart(tx: Tx, exportId: ExportId, number: number): Promise<string | undefined> {
    const [row] = await tx.query<{ sealed: Buffer }>(
      'SELECT sealed FROM export_part WHERE export_id = $1 AND number = $2',
      [exportId, number],
    );
    return row && this.vault.open(tx, keyOf(exportId), `part-${number}`, row.sealed);
  }

  /** Takes away what can be downloaded no more. */
  async expire(): Promise<void> {
    await this.database.asWorker(async (all) => {
      const over = await all.query<{ charity_id: string; export_id: string }>(
        `UPDATE export SET state = 'expired'
          WHERE state = 'ready' AND expires_at <= baton.now() RETURNING charity_id, export_id`,
      );
      for (const { charity_id, export_id } of over) {
        const tx = await all.enterCharity(CharityId.parse(charity_id));
        await this.vault.shred(tx, keyOf(export_id));
        await tx.query('DELETE FROM export_part WHERE export_id = $1', [export_id]);
      }
    });
  }

  private whileLeased(
    { charityId, exportId, lease }: Making,
    work: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    return this.database.inCharity(charityId, async (tx) => {
      const mine = await tx.query(
        `SELECT FROM export WHERE export_id = $1 AND lease = $2 AND state = 'beingMade' FOR UPDATE`,
        [exportId, lease],
      );
      if (mine.length === 0) throw new Error('somebody else makes this archive now, or it is gone');
      await work(tx);
    });
  }
}
