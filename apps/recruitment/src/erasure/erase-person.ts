import { type Caller, curatorLeft, type PastPosts } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import type { Application } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { PairUp } from '../buddies/pair-up.js';
import { sealedFor } from '../identity/identity-vault.js';
import { EndNominations } from '../nominations/end-nominations.js';
import { ErasureLedger } from './erasure-ledger.js';

export interface Erasure {
  readonly pastPosts: PastPosts;
  /** Whoever asked for it: the person, a manager, or this service when the days are over. */
  readonly by: Caller | string;
}

/**
 * Erases a person, at once and for ever; the turn at people has been taken, and then the application's row locked. Their key is shredded, so nothing that was
 * ever sealed for them opens again, in this database or in a copy of what was sealed. Their row of the vault, their
 * mails, codes and pending address go. What stays is a row of pseudonymous facts, and evidence by pseudonym.
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly vault: Vault,
    private readonly ledger: ErasureLedger,
    private readonly buddies: PairUp,
    private readonly nominations: EndNominations,
  ) {}

  async erase(tx: Tx, application: Application, erasure: Erasure): Promise<'withdrawn' | 'left'> {
    const { applicationId } = application;
    // Before anything commits: what is erased here must be erased again after a restore.
    await this.ledger.write({ charityId: tx.charityId, applicationId, pastPosts: erasure.pastPosts });
    return this.carryOut(tx, application, erasure);
  }

  /** What the ledger tells already. */
  async carryOut(
    tx: Tx,
    application: Application,
    { pastPosts, by }: Erasure,
  ): Promise<'withdrawn' | 'left'> {
    const { applicationId, curatorId } = application;
    const state = curatorId ? 'left' : 'withdrawn';
    await this.vault.shred(tx, sealedFor(applicationId));
    await this.nominations.byErasing(tx, applicationId, curatorId);
    const key = [tx.charityId, applicationId];
    for (const statement of forget) await tx.query(statement, key);
    await tx.query(keepFacts, key);
    await moveApplication(tx, application, state, { by });
    // Whoever had them for a buddy is found another.
    await this.buddies.pairUp(tx);
    await tx.query('INSERT INTO erasure (charity_id, application_id, past_posts) VALUES ($1, $2, $3)', [
      ...key,
      pastPosts,
    ]);
    if (curatorId) {
      const data = { curatorId, pastPosts };
      await appendFacts(tx, newFact(curatorLeft, { subject: curatorId, revision: 1, data }));
    }
    await noteInAudit(tx, {
      by,
      action: 'person.erased',
      about: curatorId ?? applicationId,
      details: { pastPosts },
    });
    return state;
  }
}

const itsCurator = 'SELECT curator_id FROM application WHERE charity_id = $1 AND application_id = $2';
const forget = [
  `DELETE FROM sign_in_request WHERE charity_id = $1 AND email_fingerprint IN
     (SELECT email_fingerprint FROM person WHERE charity_id = $1 AND application_id = $2)`,
  `DELETE FROM own_link_request WHERE charity_id = $1 AND email_fingerprint IN
     (SELECT email_fingerprint FROM person WHERE charity_id = $1 AND application_id = $2)`,
  'DELETE FROM application_note WHERE charity_id = $1 AND application_id = $2',
  'DELETE FROM application_message WHERE charity_id = $1 AND application_id = $2',
  'DELETE FROM application_wait WHERE charity_id = $1 AND application_id = $2',
  'DELETE FROM own_link WHERE charity_id = $1 AND application_id = $2',
  `DELETE FROM heard_takeover WHERE charity_id = $1 AND curator_id IN
     (SELECT curator_id FROM application WHERE charity_id = $1 AND application_id = $2)`,
  'DELETE FROM mail WHERE charity_id = $1 AND addressee_id = $2',
  'DELETE FROM application_print WHERE charity_id = $1 AND application_id = $2',
  'DELETE FROM call_echo WHERE charity_id = $1 AND application_id = $2',
  'DELETE FROM address_change WHERE charity_id = $1 AND application_id = $2',
  ...['preparation_step', 'advice_read', 'buddy_offer', 'buddy_wish', 'curated', 'heard_survey'].map(
    (table) => `DELETE FROM ${table} WHERE charity_id = $1 AND curator_id = (${itsCurator})`,
  ),
  `DELETE FROM buddy_pair WHERE charity_id = $1 AND (${itsCurator}) IN (newcomer_id, buddy_id)`,
  'DELETE FROM person WHERE charity_id = $1 AND application_id = $2',
];

/** A pen name may tell a lot, and so may a digest of what was once typed. */
const keepFacts = `
  UPDATE application
     SET pen_name = '', about_sealed = NULL, answers_sealed = NULL, content_fingerprint = '', ended_at = baton.now(),
         look_again_at = NULL
   WHERE charity_id = $1 AND application_id = $2`;
