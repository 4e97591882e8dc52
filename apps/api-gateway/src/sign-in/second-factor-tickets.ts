import { PersonId, platformId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { hashOf, newSecret } from './secret.js';

const lifeMinutes = 10;

/** Who has given the first factor and owes the second. */
@Injectable()
export class SecondFactorTickets {
  constructor(private readonly database: Database) {}

  async give(personId: PersonId): Promise<string> {
    const ticket = newSecret();
    await this.database.inCharity(platformId, async (tx) => {
      await tx.query('DELETE FROM second_factor_ticket WHERE charity_id = $1 AND expires_at < baton.now()', [
        platformId,
      ]);
      await tx.query(
        `INSERT INTO second_factor_ticket (charity_id, ticket_hash, person_id, expires_at)
         VALUES ($1, $2, $3, baton.now() + make_interval(mins => $4))`,
        [platformId, hashOf(ticket), personId, lifeMinutes],
      );
    });
    return ticket;
  }

  async holder(ticket: string): Promise<PersonId | undefined> {
    return this.ask(`SELECT person_id FROM second_factor_ticket WHERE ${isLive}`, ticket);
  }

  /** Undefined where it has been used meanwhile. */
  async use(ticket: string): Promise<PersonId | undefined> {
    return this.ask(`DELETE FROM second_factor_ticket WHERE ${isLive} RETURNING person_id`, ticket);
  }

  private async ask(sql: string, ticket: string): Promise<PersonId | undefined> {
    const [row] = await this.database.inCharity(platformId, (tx) =>
      tx.query<{ person_id: string }>(sql, [platformId, hashOf(ticket)]),
    );
    return row && PersonId.parse(row.person_id);
  }
}

const isLive = 'charity_id = $1 AND ticket_hash = $2 AND expires_at > baton.now()';
