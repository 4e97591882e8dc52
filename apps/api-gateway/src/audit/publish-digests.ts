import type { AuditDigest, CharityId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { DigestReaders } from './digest-readers.js';

const hourMs = 60 * 60 * 1000;

/** Days of the audit are in UTC, by the database's clock. */
export const today = `(baton.now() AT TIME ZONE 'UTC')::date`;

/**
 * Once a day, what each chain has come to is written down where anybody may read and keep it: its last line's number and
 * hash. From then on that line, and everything before it, can be neither cut off nor written anew unnoticed by whoever kept
 * the digest. Looked for every hour, because a process may be down at any one of them. A day on which a chain did not grow
 * has no digest. One transaction a chain; replicas that publish at once publish once.
 */
@Injectable()
@RunsInBackground()
export class PublishDigests implements Worker {
  private running = false;
  private timer: NodeJS.Timeout | undefined;
  private lastRound: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly readers: DigestReaders,
  ) {}

  start(): void {
    this.running = true;
    this.timer = setInterval(() => void this.publishAll(), hourMs);
    void this.publishAll();
  }

  /** Resolves when the chain at hand is done. */
  async stop(): Promise<void> {
    this.running = false;
    clearInterval(this.timer);
    await this.lastRound;
  }

  /** Resolves when every chain without a digest of today has been looked at. */
  publishAll(): Promise<void> {
    this.lastRound = this.lastRound.then(() => this.publishWhatIsNew());
    return this.lastRound;
  }

  private async publishWhatIsNew(): Promise<void> {
    const chains = await this.chainsWithoutDigest().catch((error) => this.report(error));
    for (const charityId of chains ?? []) {
      if (!this.running) return;
      await this.publish(charityId).catch((error) => this.report(error));
    }
  }

  private async publish(charityId: CharityId): Promise<void> {
    const addresses = await this.readers.addresses(charityId);
    await this.database.inCharity(charityId, async (tx) => {
      const digest = await writeDown(tx);
      if (digest) await this.readers.mail(tx, digest, addresses);
    });
  }

  private async chainsWithoutDigest(): Promise<CharityId[]> {
    const rows = await this.database.asWorker((tx) =>
      tx.query<{ charity_id: CharityId }>(
        `SELECT charity_id FROM audit_chain
          WHERE NOT EXISTS (SELECT FROM audit_digest
                             WHERE audit_digest.charity_id = audit_chain.charity_id AND day = ${today})`,
      ),
    );
    return rows.map(({ charity_id }) => charity_id);
  }

  private report(error: unknown): void {
    this.log.fault('publish digests', error);
  }
}

/** Nothing where the chain has not grown since the last digest, or another replica was first. */
async function writeDown(tx: Tx): Promise<AuditDigest | undefined> {
  const [digest] = await tx.query<AuditDigest>(
    `INSERT INTO audit_digest (charity_id, day, number, hash)
     SELECT charity_id, ${today}, number, hash FROM audit_line
      WHERE charity_id = $1
        AND number > coalesce((SELECT max(number) FROM audit_digest WHERE charity_id = $1), 0)
      ORDER BY number DESC LIMIT 1
         ON CONFLICT (charity_id, day) DO NOTHING
     RETURNING charity_id AS charity, day::text AS day, number, hash`,
    [tx.charityId],
  );
  return digest;
}
