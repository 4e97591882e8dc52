import { type PasskeyAnswer, PasskeyId, type PasskeyMade, PersonId, platformId } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { ownerOf } from '../people/people.js';
import { Ceremonies } from './ceremonies.js';

/** A ceremony that has begun: what to ask the browser for, and what ties its answer to it. */
export interface Begun {
  readonly ticket: string;
  readonly options: Record<string, unknown>;
}

export interface ListedPasskey {
  readonly passkeyId: PasskeyId;
  readonly name: string;
  readonly addedOn: string;
}

/** Passkeys: added by somebody who has confirmed who they are, and proved by whoever holds the device. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly ceremonies: Ceremonies,
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async beginAdding(personId: PersonId): Promise<Begun | undefined> {
    return this.ceremonies.as(personId, async (headers) => {
      const begun = await this.ceremonies.api.generatePasskeyRegistrationOptions({
        headers,
        query: { name: 'Baton' },
        returnHeaders: true,
      });
      const options = { ...begun.response };
      return { ticket: await this.ceremonies.ticketIn(begun.headers), options };
    });
  }

  /** The new passkey's id; undefined where the answer is wrong, another's, or comes too late. */
  async add(
    personId: PersonId,
    { ticket, answer, name }: { ticket: string; answer: PasskeyMade; name: string },
  ): Promise<PasskeyId | undefined> {
    const added = await this.ceremonies.as(personId, async (own) => {
      const headers = await this.ceremonies.withTicket(ticket, own);
      return this.ceremonies.api.verifyPasskeyRegistration({ headers, body: { response: answer } });
    });
    if (!added) return undefined;
    const passkeyId = PasskeyId.parse(added.id);
    await this.rename(personId, passkeyId, name);
    return passkeyId;
  }

  /** Asks any passkey of anybody: who it is comes out at the end. */
  async beginProving(): Promise<Begun> {
    const begun = await this.ceremonies.api.generatePasskeyAuthenticationOptions({
      headers: new Headers(),
      returnHeaders: true,
    });
    const options = { ...begun.response, userVerification: 'required' };
    return { ticket: await this.ceremonies.ticketIn(begun.headers), options };
  }

  /** Whose passkey has answered; undefined where the answer does not hold. A challenge is used up by the first answer. */
  async prove(ticket: string, answer: PasskeyAnswer): Promise<PersonId | undefined> {
    const headers = await this.ceremonies.withTicket(ticket);
    const proven = await this.ceremonies.noAsUndefined(
      this.ceremonies.api.verifyPasskeyAuthentication({ headers, body: { response: answer } }),
    );
    if (!proven) return undefined;
    await this.ceremonies.endSession(proven.session.token);
    return PersonId.parse(proven.session.userId);
  }

  list(personId: PersonId): Promise<ListedPasskey[]> {
    return this.database.inCharity(platformId, async (tx) => {
      const rows = await tx.query<{ id: string; label_sealed: Buffer | null; added_on: string }>(
        `SELECT id, label_sealed, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS added_on FROM passkey
          WHERE charity_id = $1 AND user_id = $2 ORDER BY created_at, id`,
        [platformId, personId],
      );
      const listed: ListedPasskey[] = [];
      for (const row of rows) {
        const sealed = row.label_sealed;
        const name = sealed ? await this.vault.open(tx, ownerOf(personId), 'passkey', sealed) : 'A passkey';
        listed.push({ passkeyId: PasskeyId.parse(row.id), name, addedOn: row.added_on });
      }
      return listed;
    });
  }

  /** False where the person has no such passkey. */
  rename(personId: PersonId, passkeyId: PasskeyId, name: string): Promise<boolean> {
    return this.database.inCharity(platformId, async (tx) => {
      const sealed = await this.vault.seal(tx, ownerOf(personId), 'passkey', name);
      const renamed = await tx.query(
        'UPDATE passkey SET label_sealed = $4 WHERE charity_id = $1 AND user_id = $2 AND id = $3 RETURNING id',
        [platformId, personId, passkeyId, sealed],
      );
      return renamed.length > 0;
    });
  }

  async has(personId: PersonId): Promise<boolean> {
    return (await this.list(personId)).length > 0;
  }

  /** In the platform's transaction. False where the person has no such passkey. */
  async remove(tx: Tx, personId: PersonId, passkeyId: PasskeyId): Promise<boolean> {
    const removed = await tx.query(
      'DELETE FROM passkey WHERE charity_id = $1 AND user_id = $2 AND id = $3 RETURNING id',
      [platformId, personId, passkeyId],
    );
    return removed.length > 0;
  }
}
