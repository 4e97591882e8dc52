import { type crisisNoticed, type FactOf, PersonId } from '@baton/contracts';
import { crisisNoticed as letter } from '@baton/mail';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_ORIGIN } from '../config.js';
import { QueueLetter } from '../mail-queue/queue-letter.js';
import { People } from '../people/people.js';

/** A day: then somebody has seen to it, or the list says so. */
const worthMinutes = 24 * 60;

/** Calls everybody who may see to it: no machine knows who is at the telephone. */
@Injectable()
export class OnCrisisNoticed implements Consumes<typeof crisisNoticed> {
  constructor(
    private readonly people: People,
    private readonly letters: QueueLetter,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  async handle(_: FactOf<typeof crisisNoticed>, tx: Tx): Promise<void> {
    const members = await tx.query<{ person_id: string; name: string }>(
      `SELECT person_id, name FROM member JOIN charity USING (charity_id)
        WHERE charity_id = $1 AND role IN ('owner', 'manager', 'moderator')`,
      [tx.charityId],
    );
    for (const { person_id: personId, name } of members) {
      const to = await this.people.addressOf(PersonId.parse(personId));
      if (!to) continue;
      const page = new URL('/manager', this.publicOrigin).href;
      await this.letters.queue(tx, { to, ...letter({ charity: name, page }) }, worthMinutes);
    }
  }
}
