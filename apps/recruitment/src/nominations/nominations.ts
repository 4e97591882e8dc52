import {
  type CharityId,
  type CuratorId,
  type NominatedBy,
  type NominationId,
  type NominationState,
  nominationAnswered,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Nomination, nominationColumns, type OpenNomination } from './nomination-row.js';

export interface NewNomination {
  readonly nominationId: NominationId;
  readonly email: string;
  readonly greeting: string;
  /** Undefined: a follower. */
  readonly curatorId: CuratorId | undefined;
}

const insert = `
  INSERT INTO nomination
    (charity_id, nomination_id, nominated_by, curator_id, token_fingerprint, email_sealed, greeting_sealed)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const move = `
  UPDATE nomination SET state = $3, state_since = baton.now(), revision = revision + 1
   WHERE charity_id = $1 AND nomination_id = $2 RETURNING revision`;
const forget = [
  `UPDATE nomination SET email_sealed = NULL, greeting_sealed = NULL WHERE charity_id = $1 AND nomination_id = $2`,
  'DELETE FROM mail WHERE charity_id = $1 AND addressee_id = $2',
];

/**
 * Who was suggested, as long as they have not answered: an address and a name to greet them by, sealed under a key of the
 * nomination's own, and nothing else. Nothing of their health is known here, and nothing is asked before they agree.
 *
 * The token of a link is derived from the nomination's id with a key of ours, so that a mail that has to go again carries
 * the same link; whoever nominated made the id and cannot make the token. Here is only a keyed digest of it.
 */
@Injectable()
export class Nominations {
  constructor(private readonly vault: Vault) {}

  async tokenOf(charityId: CharityId, nominationId: NominationId): Promise<string> {
    return (await this.vault.fingerprint(charityId, 'nomination link', nominationId)).toString('base64url');
  }

  async keep(tx: Tx, { nominationId, email, greeting, curatorId }: NewNomination): Promise<NominatedBy> {
    const nominatedBy = curatorId ? 'curator' : 'follower';
    const owner = nominationKey(nominationId);
    const token = await this.tokenOf(tx.charityId, nominationId);
    await tx.query(insert, [
      ...[tx.charityId, nominationId, nominatedBy, curatorId ?? null],
      await this.digestOf(tx.charityId, token),
      await this.vault.seal(tx, owner, 'email', email),
      await this.vault.seal(tx, owner, 'greeting', greeting),
    ]);
    return nominatedBy;
  }

  /** Locked, whatever has become of it. */
  async byLink(tx: Tx, token: string): Promise<Nomination | undefined> {
    const digest = await this.digestOf(tx.charityId, token);
    const [nomination] = await tx.query<Nomination>(
      `SELECT ${nominationColumns} FROM nomination WHERE charity_id = $1 AND token_fingerprint = $2 FOR UPDATE`,
      [tx.charityId, digest],
    );
    return nomination;
  }

  emailOf(tx: Tx, { nominationId, emailSealed }: Pick<OpenNomination, 'nominationId' | 'emailSealed'>) {
    return this.vault.open(tx, nominationKey(nominationId), 'email', emailSealed);
  }

  greetingOf(tx: Tx, { nominationId, greetingSealed }: OpenNomination): Promise<string> {
    return this.vault.open(tx, nominationKey(nominationId), 'greeting', greetingSealed);
  }

  /** What became of it, told to everybody; its row must be locked. Unless they agreed, nothing leads to anybody any more. */
  async settle(
    tx: Tx,
    { nominationId, nominatedBy }: Nomination,
    answer: Exclude<NominationState, 'asked'>,
  ): Promise<void> {
    if (answer !== 'agreed') await this.forget(tx, nominationId);
    const [moved] = await tx.query<{ revision: number }>(move, [tx.charityId, nominationId, answer]);
    if (!moved) throw new Error('a nomination was answered that is not there');
    const data = { nominationId, nominatedBy, answer };
    const fact = { subject: nominationId, revision: moved.revision, data };
    await appendFacts(tx, newFact(nominationAnswered, fact));
  }

  /** Shreds its key, and takes out what was sealed and the memory of its mail. */
  async forget(tx: Tx, nominationId: NominationId): Promise<void> {
    await this.vault.shred(tx, nominationKey(nominationId));
    for (const statement of forget) await tx.query(statement, [tx.charityId, nominationId]);
  }

  private digestOf(charityId: CharityId, token: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'nomination token', token);
  }
}

const nominationKey = (nominationId: NominationId): string => `nomination:${nominationId}`;
