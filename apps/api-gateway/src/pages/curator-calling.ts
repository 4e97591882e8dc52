import type { Caller } from '@baton/contracts';
import { Refused } from '../door/refused.js';
import type { KnownRequest } from '../door/request.js';
import type { WhoIsCalling } from '../door/who-is-calling.js';

export type CuratorCaller = Extract<Caller, { kind: 'curator' }>;

/** The curator who is looking. Whoever is signed out is asked to sign in; for everybody else this is not theirs to see. */
export async function curatorCalling(
  whoIsCalling: WhoIsCalling,
  request: KnownRequest,
): Promise<CuratorCaller> {
  const [caller] = await whoIsCalling.ask(request, undefined);
  if (caller.kind === 'curator') return caller;
  throw new Refused(caller.kind === 'anyone' ? 'signedOut' : 'forbidden');
}
