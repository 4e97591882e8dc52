import { CallContent, type CallId, type CallSettings } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** A call as it is kept, with the words of its newest version. */
export interface Call extends CallSettings {
  readonly callId: CallId;
  readonly version: number;
  /** How often something about it was changed since it was opened. */
  readonly changes: number;
  readonly openedAt: Date;
  readonly content: CallContent;
}

interface CallRow {
  readonly callId: CallId;
  readonly version: number;
  readonly changes: number;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly capacity: number | null;
  readonly embedOn: string[];
  readonly openedAt: Date;
  readonly content: unknown;
}

const columns = `
  call.call_id AS "callId", call.version, changes, opens_at AS "opensAt", closes_at AS "closesAt", capacity,
  embed_on AS "embedOn", opened_at AS "openedAt", content
  FROM call JOIN call_version AS newest USING (charity_id, call_id, version)`;

/** Locked, no other transaction changes it meanwhile. */
export async function findCall(tx: Tx, callId: CallId, lock: '' | 'FOR UPDATE OF call' = '') {
  const [row] = await tx.query<CallRow>(`SELECT ${columns} WHERE charity_id = $1 AND call_id = $2 ${lock}`, [
    tx.charityId,
    callId,
  ]);
  return row && callOf(row);
}

/** All of them, newest first. */
export async function allCalls(tx: Tx): Promise<Call[]> {
  const rows = await tx.query<CallRow>(
    `SELECT ${columns} WHERE charity_id = $1 ORDER BY opened_at DESC, call_id LIMIT 200`,
    [tx.charityId],
  );
  return rows.map(callOf);
}

/** What a version of a call said. */
export async function findVersion(tx: Tx, callId: CallId, version: number): Promise<CallContent | undefined> {
  const [row] = await tx.query<{ content: unknown }>(
    'SELECT content FROM call_version WHERE charity_id = $1 AND call_id = $2 AND version = $3',
    [tx.charityId, callId, version],
  );
  return row && CallContent.parse(row.content);
}

export async function keepVersion(
  tx: Tx,
  callId: CallId,
  version: number,
  content: CallContent,
): Promise<void> {
  await tx.query(
    'INSERT INTO call_version (charity_id, call_id, version, content) VALUES ($1, $2, $3, $4::jsonb)',
    [tx.charityId, callId, version, JSON.stringify(content)],
  );
}

const callOf = ({ opensAt, closesAt, content, ...row }: CallRow): Call => ({
  ...row,
  opensAt: opensAt?.toISOString() ?? null,
  closesAt: closesAt?.toISOString() ?? null,
  content: CallContent.parse(content),
});
