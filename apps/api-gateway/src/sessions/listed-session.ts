import type { SessionId } from '@baton/contracts';

/** A session as its owner sees it in a list: the device and the days. */
export interface ListedSession {
  readonly sessionId: SessionId;
  readonly device: string;
  readonly openedOn: string;
  readonly lastUsedOn: string;
}

/** The day of an instant, as its owner reads it in a list. */
export const day = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;

export const sessionColumns = `session_id AS "sessionId", device, ${day('opened_at')} AS "openedOn",
  ${day('last_used_at')} AS "lastUsedOn"`;

/** The list, and which of them is asking. */
export const withThisOne = (sessions: readonly ListedSession[], current: SessionId | undefined) =>
  sessions.map((session) => ({ ...session, isThisOne: session.sessionId === current }));
