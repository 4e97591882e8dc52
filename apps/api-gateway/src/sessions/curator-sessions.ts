import { type Caller, CharityId, CuratorId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { makeCuratorToken, readCuratorToken } from './curator-token.js';

/** A session ends after this long without use; each use begins it anew. Nobody is signed out while they write. */
const idleDays = 30;

const find = `
  SELECT curator_id FROM curator_session
   WHERE charity_id = $1 AND token_hash = $2 AND expires_at > baton.now()`;

/** Prolonged at most once a day: a look-up should not cost a write. */
const prolong = `
  UPDATE curator_session SET expires_at = baton.now() + make_interval(days => $3)
   WHERE charity_id = $1 AND token_hash = $2 AND expires_at < baton.now() + make_interval(days => $3 - 1)`;

/** Curators' sessions, each within one charity: a pseudonymous id and the hash of a token, nothing else. */
@Injectable()
export class CuratorSessions {
  constructor(private readonly database: Database) {}

  /** Who holds this token, or undefined where it is no curator's, forged, expired or closed. */
  async find(token: string): Promise<Extract<Caller, { kind: 'curator' }> | undefined> {
    const read = readCuratorToken(token);
    if (!read) return undefined;
    const { charityId, hash } = read;
    return this.database.inCharity(charityId, async (tx) => {
      const [row] = await tx.query<{ curator_id: string }>(find, [charityId, hash]);
      if (!row) return undefined;
      await tx.query(prolong, [charityId, hash, idleDays]);
      return { kind: 'curator', charityId, curatorId: CuratorId.parse(row.curator_id) };
    });
  }

  /** Opens a session; the token is given out once and never kept. */
  async open(charityId: CharityId, curatorId: CuratorId): Promise<{ token: string; expiresAt: Date }> {
    const { token, hash } = makeCuratorToken(charityId);
    const [row] = await this.database.inCharity(charityId, (tx) =>
      tx.query<{ expires_at: Date }>(
        `INSERT INTO curator_session (charity_id, token_hash, curator_id, expires_at)
         VALUES ($1, $2, $3, baton.now() + make_interval(days => $4)) RETURNING expires_at`,
        [charityId, hash, curatorId, idleDays],
      ),
    );
    if (!row) throw new Error('a session was not written');
    return { token, expiresAt: row.expires_at };
  }

  /** Closes a session; closing it twice, or one that never was, changes nothing. */
  async close(token: string): Promise<void> {
    const read = readCuratorToken(token);
    if (!read) return;
    await this.database.inCharity(read.charityId, (tx) =>
      tx.query('DELETE FROM curator_session WHERE charity_id = $1 AND token_hash = $2', [
        read.charityId,
        read.hash,
      ]),
    );
  }
}
