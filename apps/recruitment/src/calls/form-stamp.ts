import { timingSafeEqual } from 'node:crypto';
import type { CallId, CharityId } from '@baton/contracts';
import type { Vault } from '@baton/persistence';

/** When a form was opened, signed so that nobody can claim another moment: `<milliseconds>.<keyed digest>`. */
export async function stampOf(
  vault: Vault,
  charityId: CharityId,
  callId: CallId,
  now: Date,
): Promise<string> {
  const at = String(now.getTime());
  return `${at}.${(await digestOf(vault, charityId, callId, at)).toString('base64url')}`;
}

/** Undefined where the stamp is not ours, or of another call. */
export async function readStamp(
  vault: Vault,
  charityId: CharityId,
  callId: CallId,
  stamp: string,
): Promise<Date | undefined> {
  const [, at = '', sent = ''] = /^(\d{1,15})\.([A-Za-z0-9_-]{43})$/.exec(stamp) ?? [];
  const digest = await digestOf(vault, charityId, callId, at);
  const same = Buffer.from(sent, 'base64url');
  return same.length === digest.length && timingSafeEqual(same, digest) ? new Date(Number(at)) : undefined;
}

const digestOf = (vault: Vault, charityId: CharityId, callId: CallId, at: string): Promise<Buffer> =>
  vault.fingerprint(charityId, 'form opened', `${callId} ${at}`);
