import { randomBytes } from 'node:crypto';
import { type ApplicationId, type CharityId, isGone, ownLinkLivesDays } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, findApplication } from '../applications/application-row.js';

/** For one address. More are answered like any other and mail nothing: nobody's mailbox can be filled. */
export const mostLinksADay = 3;

const keep = `
  INSERT INTO own_link (charity_id, token_fingerprint, application_id, mail_id, expires_at)
  VALUES ($1, $2, $3, $4, baton.now() + make_interval(days => $5))`;
/** A link of before the last bounce, or of before an address was last proved, says nothing of the address of today. */
const prove = `
  UPDATE person SET unreachable_since = NULL, proved_at = baton.now() FROM own_link
   WHERE person.charity_id = $1 AND own_link.charity_id = $1 AND token_fingerprint = $2
     AND own_link.application_id = person.application_id
     AND issued_at > greatest(unreachable_since, proved_at, '-infinity')`;
const endOlder = `
  DELETE FROM own_link older USING mail,
         (SELECT application_id, min(issued_at) AS since FROM own_link
           WHERE charity_id = $1 AND mail_id = $2 GROUP BY application_id) AS sent
   WHERE older.charity_id = $1 AND mail.charity_id = $1 AND mail.mail_id = $2 AND addressee_kind = 'ownLink'
     AND older.application_id = sent.application_id AND older.issued_at < sent.since`;
const find = `
  SELECT application_id AS id FROM own_link
   WHERE charity_id = $1 AND token_fingerprint = $2 AND expires_at > baton.now()`;
/** A declined application has a page too: what is kept can be taken back there. */
const asked = `
  SELECT person.application_id AS id FROM own_link_request
    JOIN person USING (charity_id, email_fingerprint)
    JOIN application ON application.charity_id = person.charity_id
                    AND application.application_id = person.application_id
   WHERE own_link_request.charity_id = $1 AND request_id = $2 ORDER BY standing DESC, applied_at DESC LIMIT 1`;

/**
 * Links to applicants' own pages. Every mail that has one has one of its own, drawn as the mail is written; what is kept is
 * a keyed digest. Whoever holds a link reads a pen name and the conversation and can end the application: never a name, an
 * address or a phone.
 */
@Injectable()
export class OwnLinks {
  constructor(private readonly vault: Vault) {}

  /** For one mail. */
  async issue(tx: Tx, applicationId: ApplicationId, mailId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const digest = await this.fingerprint(tx.charityId, token);
    await tx.query(keep, [tx.charityId, digest, applicationId, mailId, ownLinkLivesDays]);
    return token;
  }

  /** The application a link leads to; undefined where it leads nowhere any more. */
  async holderOf(tx: Tx, token: string, lock: '' | 'FOR UPDATE' = ''): Promise<Application | undefined> {
    const digest = await this.fingerprint(tx.charityId, token);
    const [link] = await tx.query<{ id: ApplicationId }>(find, [tx.charityId, digest]);
    const application = link && (await findApplication(tx, link.id, lock));
    return application && !isGone(application.state) ? application : undefined;
  }

  /** Its holder has done something with it, which a mail scanner does not: they read what goes to their address. */
  async prove(tx: Tx, token: string): Promise<void> {
    await tx.query(prove, [tx.charityId, await this.fingerprint(tx.charityId, token)]);
  }

  /** Whose address a new link was asked for, if it is anybody's. */
  async whoAsked(tx: Tx, requestId: string): Promise<ApplicationId | undefined> {
    const [person] = await tx.query<{ id: ApplicationId }>(asked, [tx.charityId, requestId]);
    return person?.id;
  }

  private fingerprint(charityId: CharityId, token: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'own link', token);
  }
}

/**
 * A mail has gone. Where it was the new link that somebody asked for, their older ones end: whoever lost one, or had one stolen,
 * has only the new one. Not before, or a mail that never comes would lock them out. Of a mail that went twice both links are left.
 */
export async function endOlderLinks(tx: Tx, mailId: string): Promise<void> {
  await tx.query(endOlder, [tx.charityId, mailId]);
}
