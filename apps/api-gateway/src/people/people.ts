import { PersonId, platformId } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';

/**
 * The people who sign in as staff or operator: an address, sealed, and a pseudonymous id. A member of a charity's team is
 * a person with a role there; nothing else in the gateway knows an address.
 */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** The person with this address, where there is one. */
  async find(email: string): Promise<PersonId | undefined> {
    const fingerprint = await this.fingerprint(email);
    return this.database.inCharity(platformId, (tx) => this.withFingerprint(tx, fingerprint));
  }

  /** The person with this address, made where there is none yet. Of two at once, one makes and both get that person. */
  async findOrMake(email: string): Promise<PersonId> {
    const fingerprint = await this.fingerprint(email);
    return this.database.inCharity(platformId, async (tx) => {
      const known = await this.withFingerprint(tx, fingerprint);
      if (known) return known;
      const personId = newId<PersonId>();
      const sealed = await this.vault.seal(tx, ownerOf(personId), 'email', email);
      await tx.query(
        `INSERT INTO person (charity_id, person_id, email_sealed, email_fingerprint) VALUES ($1, $2, $3, $4)
         ON CONFLICT (charity_id, email_fingerprint) DO NOTHING`,
        [platformId, personId, sealed, fingerprint],
      );
      const made = await this.withFingerprint(tx, fingerprint);
      if (!made) throw new Error('a person was made and is not there');
      return made;
    });
  }

  /** Where to write to somebody; undefined where the person has been erased. */
  async addressOf(personId: PersonId): Promise<string | undefined> {
    return this.database.inCharity(platformId, async (tx) => {
      const [row] = await tx.query<{ email_sealed: Buffer }>(
        'SELECT email_sealed FROM person WHERE charity_id = $1 AND person_id = $2',
        [platformId, personId],
      );
      return row && this.vault.open(tx, ownerOf(personId), 'email', row.email_sealed);
    });
  }

  /** What an address is looked up by; the same for the same address, and nothing to read it from. */
  fingerprint(email: string): Promise<Buffer> {
    return this.vault.fingerprint(platformId, 'person email', email);
  }

  async withFingerprint(tx: Tx, fingerprint: Buffer): Promise<PersonId | undefined> {
    const [row] = await tx.query<{ person_id: string }>(
      'SELECT person_id FROM person WHERE charity_id = $1 AND email_fingerprint = $2',
      [platformId, fingerprint],
    );
    return row && PersonId.parse(row.person_id);
  }

  /** Erases whoever has been here for a day, is on no team and is no operator. */
  async forgetWhoBelongsNowhere(): Promise<void> {
    await this.database.asWorker(async (all) => {
      const members = await all.query<{ person_id: string }>('SELECT DISTINCT person_id FROM member');
      const platform = await all.enterCharity(platformId);
      const strangers = await platform.query<{ person_id: string }>(
        `SELECT person_id FROM person
          WHERE charity_id = $1 AND made_at < baton.now() - interval '1 day' AND person_id <> ALL ($2::uuid[])
            AND NOT EXISTS (SELECT FROM operator_person
                             WHERE operator_person.charity_id = $1 AND operator_person.person_id = person.person_id)`,
        [platformId, members.map(({ person_id }) => person_id)],
      );
      for (const { person_id } of strangers) {
        await this.vault.shred(platform, ownerOf(PersonId.parse(person_id)));
        await platform.query('DELETE FROM person WHERE charity_id = $1 AND person_id = $2', [
          platformId,
          person_id,
        ]);
      }
    });
  }
}

/** Whose data key seals what belongs to a person: shredding it forgets them. */
export const ownerOf = (personId: PersonId): string => `person:${personId}`;
