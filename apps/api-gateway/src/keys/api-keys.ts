import { type Caller, type CharityId, KeyId, KeyScope, MemberId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { charityToken } from '../door/charity-token.js';

/** `bk_<charity>_<secret>` */
export const apiKeyToken = charityToken('bk');
/** More than any charity has programs; few enough to look through. */
const mostKeys = 50;

export interface NewKey {
  readonly keyId: KeyId;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly days: number | undefined;
  readonly madeBy: MemberId;
  readonly hash: Buffer;
}

export interface KeptKey {
  readonly keyId: KeyId;
  readonly name: string;
  readonly scopes: KeyScope[];
  readonly madeBy: MemberId;
  readonly madeAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly isExpired: boolean;
}

type Row = Omit<KeptKey, 'keyId' | 'madeBy' | 'scopes'> &
  Record<'keyId' | 'madeBy', string> & { scopes: string[] };

const columns = `
  key_id AS "keyId", name, scopes, made_by AS "madeBy", made_at AS "madeAt", expires_at AS "expiresAt",
  last_used_at AS "lastUsedAt", coalesce(expires_at <= baton.now(), false) AS "isExpired"`;

/** Written at most once an hour: using a key should not cost a write. */
const noteUse = `
  UPDATE api_key SET last_used_at = date_trunc('hour', baton.now())
   WHERE charity_id = $1 AND token_hash = $2
     AND (last_used_at IS NULL OR last_used_at < date_trunc('hour', baton.now()))`;

/** A charity's API keys. Read at each call: revoking one acts at once, at every replica. */
@Injectable()
export class ApiKeys {
  constructor(private readonly database: Database) {}

  /** What holds this key, or undefined where it is no key, forged, expired or revoked. */
  async find(token: string): Promise<Extract<Caller, { kind: 'key' }> | undefined> {
    const read = apiKeyToken.read(token);
    if (!read) return undefined;
    const { charityId, hash } = read;
    return this.database.inCharity(charityId, async (tx) => {
      const [row] = await tx.query<{ key_id: string; scopes: string[] }>(
        `SELECT key_id, scopes FROM api_key
          WHERE charity_id = $1 AND token_hash = $2 AND (expires_at IS NULL OR expires_at > baton.now())`,
        [charityId, hash],
      );
      if (!row) return undefined;
      await tx.query(noteUse, [charityId, hash]);
      return {
        kind: 'key',
        charityId,
        keyId: KeyId.parse(row.key_id),
        scopes: KeyScope.array().parse(row.scopes),
      };
    });
  }

  /** The key as it was made, or why not: this id has one already, or there are too many. */
  async make(
    tx: Tx,
    { keyId, name, scopes, days, madeBy, hash }: NewKey,
  ): Promise<KeptKey | 'known' | 'tooMany'> {
    const [count] = await tx.query<{ keys: number }>(
      'SELECT count(*)::int AS keys FROM api_key WHERE charity_id = $1',
      [tx.charityId],
    );
    if (!count || count.keys >= mostKeys) return 'tooMany';
    const [made] = await tx.query<Row>(
      `INSERT INTO api_key (charity_id, key_id, token_hash, name, scopes, made_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, baton.now() + make_interval(days => $7))
       ON CONFLICT (charity_id, key_id) DO NOTHING RETURNING ${columns}`,
      [tx.charityId, keyId, hash, name, scopes, madeBy, days ?? null],
    );
    return made ? keptKey(made) : 'known';
  }

  async list(charityId: CharityId): Promise<KeptKey[]> {
    const rows = await this.database.inCharity(charityId, (tx) =>
      tx.query<Row>(`SELECT ${columns} FROM api_key WHERE charity_id = $1 ORDER BY made_at, key_id`, [
        charityId,
      ]),
    );
    return rows.map(keptKey);
  }

  /** When it was revoked; undefined where there is no such key. */
  async revoke(tx: Tx, keyId: KeyId): Promise<Date | undefined> {
    const [revoked] = await tx.query<{ at: Date }>(
      'DELETE FROM api_key WHERE charity_id = $1 AND key_id = $2 RETURNING baton.now() AS at',
      [tx.charityId, keyId],
    );
    return revoked?.at;
  }
}

const keptKey = (row: Row): KeptKey => ({
  ...row,
  keyId: KeyId.parse(row.keyId),
  madeBy: MemberId.parse(row.madeBy),
  scopes: KeyScope.array().parse(row.scopes),
});
