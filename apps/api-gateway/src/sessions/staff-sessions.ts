import { createHash, randomBytes } from 'node:crypto';
import { PersonId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { platformId } from '../people/platform.js';

const idleDays = 30;
/** `bp_<secret>`: only the SHA-256 of the token is kept; 32 random bytes need no salt. */
const form = /^bp_[A-Za-z0-9_-]{43}$/;

const find = `
  SELECT person_id, stepped_up_until FROM staff_session
   WHERE charity_id = $1 AND token_hash = $2 AND expires_at > baton.now()`;
/** Prolonged at most once a day: a look-up should not cost a write. */
const prolong = `
  UPDATE staff_session SET expires_at = baton.now() + make_interval(days => $3)
   WHERE charity_id = $1 AND token_hash = $2 AND expires_at < baton.now() + make_interval(days => $3 - 1)`;

export interface StaffSession {
  readonly personId: PersonId;
  /** Until then the person counts as having just proved who they are. */
  readonly steppedUpUntil?: string;
}

/** The sessions of people; what a person may do is decided anew at each call, by their memberships. */
@Injectable()
export class StaffSessions {
  constructor(private readonly database: Database) {}

  async find(token: string): Promise<StaffSession | undefined> {
    if (!form.test(token)) return undefined;
    return this.database.inCharity(platformId, async (tx) => {
      const [row] = await tx.query<{ person_id: string; stepped_up_until: Date | null }>(find, [
        platformId,
        hashOf(token),
      ]);
      if (!row) return undefined;
      await tx.query(prolong, [platformId, hashOf(token), idleDays]);
      return {
        personId: PersonId.parse(row.person_id),
        ...(row.stepped_up_until ? { steppedUpUntil: row.stepped_up_until.toISOString() } : {}),
      };
    });
  }

  /** Opens a session; the token is given out once and never kept. */
  async open(personId: PersonId): Promise<{ token: string; expiresAt: Date }> {
    const token = `bp_${randomBytes(32).toString('base64url')}`;
    const [row] = await this.database.inCharity(platformId, (tx) =>
      tx.query<{ expires_at: Date }>(
        `INSERT INTO staff_session (charity_id, token_hash, person_id, expires_at)
         VALUES ($1, $2, $3, baton.now() + make_interval(days => $4)) RETURNING expires_at`,
        [platformId, hashOf(token), personId, idleDays],
      ),
    );
    if (!row) throw new Error('a session was not written');
    return { token, expiresAt: row.expires_at };
  }

  /** Closes a session; closing it twice, or one that never was, changes nothing. */
  async close(token: string): Promise<void> {
    await this.database.inCharity(platformId, (tx) =>
      tx.query('DELETE FROM staff_session WHERE charity_id = $1 AND token_hash = $2', [
        platformId,
        hashOf(token),
      ]),
    );
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
