import type { Caller, PersonId, SessionId } from '@baton/contracts';

/** The person's session a call came in by; undefined where it came in by something else. */
export function sessionOf(caller: Caller): { personId: PersonId; sessionId: SessionId } | undefined {
  if (caller.kind !== 'person' || !caller.sessionId) return undefined;
  return { personId: caller.personId, sessionId: caller.sessionId };
}
