import { PersonId, type StaffRole } from '@baton/contracts';
import type { Letter } from '@baton/mail';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_ORIGIN } from '../config.js';
import { QueueLetter } from '../mail-queue/queue-letter.js';
import { People } from '../people/people.js';

/** A day: then somebody has seen to it, or the list says so. */
const worthMinutes = 24 * 60;

/** Calls everybody of a charity's team who may see to it: no machine knows who is at the telephone. */
@Injectable()
export class TeamLetters {
  constructor(
    private readonly people: People,
    private readonly letters: QueueLetter,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  async send(
    tx: Tx,
    letter: (about: { readonly charity: string; readonly page: string; readonly zone: string }) => Letter,
    roles: readonly StaffRole[] = ['owner', 'manager', 'moderator'],
  ): Promise<void> {
    const members = await tx.query<{ person_id: string; name: string; zone: string }>(
      `SELECT person_id, name, zone FROM member JOIN charity USING (charity_id)
        WHERE charity_id = $1 AND role = ANY($2)`,
      [tx.charityId, roles],
    );
    const page = new URL('/manager', this.publicOrigin).href;
    for (const { person_id: personId, name, zone } of members) {
      const to = await this.people.addressOf(PersonId.parse(personId));
      if (to) await this.letters.queue(tx, { to, ...letter({ charity: name, page, zone }) }, worthMinutes);
    }
  }
}
