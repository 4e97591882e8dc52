import { PersonId, platformId, SessionId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { hashOf, newSecret } from '../sign-in/secret.js';
import { type ListedSession, sessionColumns } from './listed-session.js';

/** A session ends after so long without use, and after so long in any case. */
const idleDays = 14;
const longestDays = 90;
const stepUpMinutes = 10;
/** `bp_<secret>`: only the SHA-256 of the token is kept. */
const form = /^bp_[A-Za-z0-9_-]{43}$/;

const find = `
  SELECT session_id, person_id, stepped_up_until,
         EXISTS (SELECT FROM operator_person o
                  WHERE o.charity_id = s.charity_id AND o.person_id = s.person_id) AS is_operator
    FROM staff_session s WHERE charity_id = $1 AND token_hash = $2 AND expires_at > baton.now()`;
/** Prolonged at most once a day: a look-up should not cost a write. */
const prolong = `
  UPDATE staff_session
     SET last_used_at = baton.now(),
         expires_at = least(baton.now() + make_interval(days => $3), opened_at + make_interval(days => $4))
   WHERE charity_id = $1 AND token_hash = $2 AND last_used_at < baton.now() - interval '1 day'`;

export interface StaffSession {
  readonly personId: PersonId;
  readonly sessionId: SessionId;
  /** Read with the session: whoever is no operator any more is none in their next call. */
  readonly isOperator: boolean;
  /** Until then the person counts as having just proved who they are. */
  readonly steppedUpUntil?: string;
}

interface FoundRow {
  readonly session_id: string;
  readonly person_id: string;
  readonly stepped_up_until: Date | null;
  readonly is_operator: boolean;
}

/**
 * The sessions of people; what a person may do is decided anew at each call, by their memberships. Read at each call and
 * kept nowhere else: a session that was ended is over for the very next call, at every replica.
 */
@Injectable()
export class StaffSessions {
  constructor(private readonly database: Database) {}

  async find(token: string): Promise<StaffSession | undefined> {
    if (!form.test(token)) return undefined;
    return this.database.inCharity(platformId, async (tx) => {
      const [row] = await tx.query<FoundRow>(find, [platformId, hashOf(token)]);
      if (!row) return undefined;
      await tx.query(prolong, [platformId, hashOf(token), idleDays, longestDays]);
      return {
        personId: PersonId.parse(row.person_id),
        sessionId: SessionId.parse(row.session_id),
        isOperator: row.is_operator,
        ...(row.stepped_up_until ? { steppedUpUntil: row.stepped_up_until.toISOString() } : {}),
      };
    });
  }

  /** Opens a session, in the platform's transaction; the token is given out once and never kept. */
  async open(tx: Tx, personId: PersonId, device: string): Promise<{ token: string; expiresAt: Date }> {
    const token = `bp_${newSecret()}`;
    const [row] = await tx.query<{ expires_at: Date }>(
      `INSERT INTO staff_session (charity_id, token_hash, person_id, device, expires_at)
       VALUES ($1, $2, $3, $4, baton.now() + make_interval(days => $5)) RETURNING expires_at`,
      [platformId, hashOf(token), personId, device, idleDays],
    );
    if (!row) throw new Error('a session was not written');
    return { token, expiresAt: row.expires_at };
  }

  /** Lets one session, and no other of the person's, take big steps for a while. Undefined where it has ended. */
  async stepUp(tx: Tx, personId: PersonId, sessionId: SessionId): Promise<Date | undefined> {
    const [row] = await tx.query<{ stepped_up_until: Date }>(
      `UPDATE staff_session SET stepped_up_until = baton.now() + make_interval(mins => $4)
        WHERE charity_id = $1 AND person_id = $2 AND session_id = $3 AND expires_at > baton.now()
        RETURNING stepped_up_until`,
      [platformId, personId, sessionId, stepUpMinutes],
    );
    return row?.stepped_up_until;
  }

  async list(personId: PersonId): Promise<ListedSession[]> {
    return this.database.inCharity(platformId, (tx) =>
      tx.query<ListedSession>(
        `SELECT ${sessionColumns} FROM staff_session
          WHERE charity_id = $1 AND person_id = $2 AND expires_at > baton.now()
          ORDER BY last_used_at DESC, session_id`,
        [platformId, personId],
      ),
    );
  }

  /** Ends one of the person's sessions; tells how many that was. */
  async end(tx: Tx, personId: PersonId, sessionId: SessionId): Promise<number> {
    const ended = await tx.query(
      'DELETE FROM staff_session WHERE charity_id = $1 AND person_id = $2 AND session_id = $3 RETURNING session_id',
      [platformId, personId, sessionId],
    );
    return ended.length;
  }

  /** Ends all of a person's sessions but one, or all of them; tells how many. */
  async endAllBut(tx: Tx, personId: PersonId, kept: SessionId | undefined): Promise<number> {
    const ended = await tx.query(
      `DELETE FROM staff_session WHERE charity_id = $1 AND person_id = $2 AND session_id IS DISTINCT FROM $3
       RETURNING session_id`,
      [platformId, personId, kept ?? null],
    );
    return ended.length;
  }
}
