import { type Caller, type CharityId, CuratorId, SessionId, tenancyAudited } from '@baton/contracts';
import { appendFacts, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { makeCuratorToken, readCuratorToken } from './curator-token.js';
import { type ListedSession, sessionColumns } from './listed-session.js';

/**
 * A session ends after this long without use; each use begins it anew. There is no other end to it in time: nobody is
 * signed out while they write. It ends with their part in the charity, and when they end it.
 */
const idleDays = 30;

const find = `
  SELECT curator_id, session_id FROM curator_session
   WHERE charity_id = $1 AND token_hash = $2 AND expires_at > baton.now()`;

/** Prolonged at most once a day: a look-up should not cost a write. */
const prolong = `
  UPDATE curator_session SET last_used_at = baton.now(), expires_at = baton.now() + make_interval(days => $3)
   WHERE charity_id = $1 AND token_hash = $2 AND last_used_at < baton.now() - interval '1 day'`;

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
      const [row] = await tx.query<{ curator_id: string; session_id: string }>(find, [charityId, hash]);
      if (!row) return undefined;
      await tx.query(prolong, [charityId, hash, idleDays]);
      const [curatorId, sessionId] = [CuratorId.parse(row.curator_id), SessionId.parse(row.session_id)];
      return { kind: 'curator', charityId, curatorId, sessionId };
    });
  }

  /**
   * Opens a session, noted in the charity's audit; the token is given out once and never kept. Undefined where their part in
   * the charity has ended meanwhile.
   */
  open(
    charityId: CharityId,
    curatorId: CuratorId,
    device: string,
  ): Promise<{ token: string; expiresAt: Date } | undefined> {
    const { token, hash } = makeCuratorToken(charityId);
    return this.database.inCharity(charityId, async (tx) => {
      await takeTurns(tx, curatorId);
      const [row] = await tx.query<{ expires_at: Date; now: Date }>(
        `INSERT INTO curator_session (charity_id, token_hash, curator_id, device, expires_at)
         SELECT $1, $2, $3, $4, baton.now() + make_interval(days => $5)
          WHERE NOT EXISTS (SELECT FROM ended_curator WHERE charity_id = $1 AND curator_id = $3)
         RETURNING expires_at, baton.now() AS now`,
        [charityId, hash, curatorId, device, idleDays],
      );
      if (!row) return undefined;
      const by = { kind: 'curator', charityId, curatorId } as const;
      const note = { by, action: 'sign-in.done', about: curatorId, at: row.now } as const;
      await appendFacts(tx, newAuditFact(tenancyAudited, note));
      return { token, expiresAt: row.expires_at };
    });
  }

  list(charityId: CharityId, curatorId: CuratorId): Promise<ListedSession[]> {
    return this.database.inCharity(charityId, (tx) =>
      tx.query<ListedSession>(
        `SELECT ${sessionColumns} FROM curator_session
          WHERE charity_id = $1 AND curator_id = $2 AND expires_at > baton.now()
          ORDER BY last_used_at DESC, session_id`,
        [charityId, curatorId],
      ),
    );
  }

  /** Ends one of the curator's sessions; tells how many that was. */
  end(charityId: CharityId, curatorId: CuratorId, sessionId: SessionId): Promise<number> {
    return this.delete(charityId, curatorId, 'session_id = $3', sessionId);
  }

  /** Ends all of a curator's sessions but one, or all of them; tells how many. */
  endAllBut(charityId: CharityId, curatorId: CuratorId, kept: SessionId | undefined): Promise<number> {
    return this.delete(charityId, curatorId, 'session_id IS DISTINCT FROM $3', kept);
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

  private async delete(
    charityId: CharityId,
    curatorId: CuratorId,
    which: string,
    sessionId: SessionId | undefined,
  ): Promise<number> {
    const ended = await this.database.inCharity(charityId, (tx) =>
      tx.query(
        `DELETE FROM curator_session WHERE charity_id = $1 AND curator_id = $2 AND ${which} RETURNING session_id`,
        [charityId, curatorId, sessionId ?? null],
      ),
    );
    return ended.length;
  }
}

/** Opening sessions of a curator and ending their part go one after the other. */
export const takeTurns = (tx: Tx, curatorId: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`curator/${tx.charityId}/${curatorId}`]);
