import { Caller, type CharityId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { makeSessionToken, readSessionToken } from './session-token.js';

/** A session ends after this long without use; each use begins it anew. */
const idleDays = 30;

const find = `
  SELECT s.curator_id, s.member_id, m.role
    FROM session s LEFT JOIN member m USING (charity_id, member_id)
   WHERE s.charity_id = $1 AND s.token_hash = $2 AND s.expires_at > baton.now()`;

/** Prolonged at most once a day: a look-up should not cost a write. */
const prolong = `
  UPDATE session SET expires_at = baton.now() + make_interval(days => $3)
   WHERE charity_id = $1 AND token_hash = $2 AND expires_at < baton.now() + make_interval(days => $3 - 1)`;

/** Opens, finds and closes sessions. A member's role is read at each call: taking it away acts at once. */
@Injectable()
export class SessionDirectory {
  constructor(private readonly database: Database) {}

  /** Who holds this token, or undefined where it is forged, expired or closed. */
  async find(token: string): Promise<Caller | undefined> {
    const read = readSessionToken(token);
    if (!read) return undefined;
    return this.database.inCharity(read.charityId, async (tx) => {
      const [row] = await tx.query<SessionRow>(find, [read.charityId, read.hash]);
      if (!row) return undefined;
      await tx.query(prolong, [read.charityId, read.hash, idleDays]);
      return callerOf(read.charityId, row);
    });
  }

  /** Opens a session within the caller's transaction; the token is given out once and never kept. */
  async open(
    tx: Tx,
    who: { memberId: string } | { curatorId: string },
  ): Promise<{ token: string; expiresAt: Date }> {
    const { token, hash } = makeSessionToken(tx.charityId);
    const [row] = await tx.query<{ expires_at: Date }>(
      `INSERT INTO session (charity_id, token_hash, member_id, curator_id, expires_at)
       VALUES ($1, $2, $3, $4, baton.now() + make_interval(days => $5)) RETURNING expires_at`,
      [
        tx.charityId,
        hash,
        'memberId' in who ? who.memberId : null,
        'curatorId' in who ? who.curatorId : null,
        idleDays,
      ],
    );
    if (!row) throw new Error('a session was not written');
    return { token, expiresAt: row.expires_at };
  }

  /** Closes a session; closing it twice, or one that never was, changes nothing. */
  async close(token: string): Promise<void> {
    const read = readSessionToken(token);
    if (!read) return;
    await this.database.inCharity(read.charityId, (tx) =>
      tx.query('DELETE FROM session WHERE charity_id = $1 AND token_hash = $2', [read.charityId, read.hash]),
    );
  }
}

interface SessionRow {
  readonly curator_id: string | null;
  readonly member_id: string | null;
  readonly role: string | null;
}

const callerOf = (charityId: CharityId, row: SessionRow): Caller =>
  Caller.parse(
    row.curator_id
      ? { kind: 'curator', charityId, curatorId: row.curator_id }
      : { kind: 'staff', charityId, memberId: row.member_id, role: row.role },
  );
