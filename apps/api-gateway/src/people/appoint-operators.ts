import { type PersonId, platformId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { People } from './people.js';

/**
 * Makes exactly those people operators whom the settings name, each time the gateway starts: whoever has been taken off the
 * list is none any more, at once and in every session of theirs.
 */
@Injectable()
export class AppointOperators implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly emails: readonly string[],
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const operators: PersonId[] = [];
    for (const email of this.emails) operators.push(await this.people.findOrMake(email));
    await this.database.inCharity(platformId, async (tx) => {
      await tx.query('DELETE FROM operator_person WHERE charity_id = $1 AND person_id <> ALL($2)', [
        platformId,
        operators,
      ]);
      await tx.query(
        `INSERT INTO operator_person (charity_id, person_id) SELECT $1, unnest($2::uuid[])
         ON CONFLICT (charity_id, person_id) DO NOTHING`,
        [platformId, operators],
      );
    });
  }
}
