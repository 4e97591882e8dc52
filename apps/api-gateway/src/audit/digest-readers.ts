import { type AuditDigest, type CharityId, PersonId } from '@baton/contracts';
import { auditDigest } from '@baton/mail';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { QueueLetter } from '../mail-queue/queue-letter.js';
import { People } from '../people/people.js';

/** Two days: then the next digest says more. */
const worthMinutes = 2 * 24 * 60;

/** The owners and trustees who get every digest by mail, where the charity wishes it. */
@Injectable()
export class DigestReaders {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly letters: QueueLetter,
  ) {}

  async addresses(charityId: CharityId): Promise<string[]> {
    const readers = await this.database.inCharity(charityId, (tx) =>
      tx.query<{ person_id: string }>(
        `SELECT person_id FROM member JOIN audit_mailing USING (charity_id)
          WHERE charity_id = $1 AND role = ANY (roles)`,
        [charityId],
      ),
    );
    const addresses = readers.map(({ person_id }) => this.people.addressOf(PersonId.parse(person_id)));
    return (await Promise.all(addresses)).filter((address) => address !== undefined);
  }

  /** Queued with the digest itself: whoever wants it gets every one that is published. */
  async mail(tx: Tx, { day, number, hash }: AuditDigest, addresses: readonly string[]): Promise<void> {
    if (addresses.length === 0) return;
    const [charity] = await tx.query<{ name: string }>('SELECT name FROM charity WHERE charity_id = $1', [
      tx.charityId,
    ]);
    const letter = auditDigest({ charity: charity?.name ?? 'Baton', day, number, hash });
    for (const to of addresses) await this.letters.queue(tx, { to, ...letter }, worthMinutes);
  }
}
