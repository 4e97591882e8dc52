import { type Caller, universalRefusals } from '@baton/contracts';
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

/** For forms with words in them, which must outlive a session that has ended. */
export const curatorOrWhyNot = (
  whoIsCalling: WhoIsCalling,
  request: KnownRequest,
): Promise<CuratorCaller | Refused> => curatorCalling(whoIsCalling, request).catch(refusedAsValue);

export function refusedAsValue(error: unknown): Refused {
  if (error instanceof Refused) return error;
  throw error;
}

/** What to do now, beside the box that still holds the words. */
export const keptBecause = ({ code }: Refused): string =>
  code === 'signedOut'
    ? 'You are signed out by now. Please sign in again in another tab, then come back here and press the button again. Your words are kept in the box.'
    : universalRefusals[code].message;
