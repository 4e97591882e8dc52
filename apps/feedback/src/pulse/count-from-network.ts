import type { TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { countOneMore, type Limits, limits, type Place } from './decide-counting.js';
import type { SecretOfPulse } from './secret-of-pulse.js';

const look = `
  SELECT counted, allowance, at FROM pulse_network
   WHERE charity_id = $1 AND takeover_id = $2 AND network = $3`;
const keep = `
  INSERT INTO pulse_network (charity_id, takeover_id, network, counted, allowance, at)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (charity_id, takeover_id, network) DO UPDATE
     SET counted = excluded.counted, allowance = excluded.allowance, at = excluded.at`;

/** Whether an answer from this network counts, which is noted. The lock of the pulse keeps two from counting as one. */
export async function countFromNetwork(
  tx: Tx,
  secret: SecretOfPulse,
  { takeoverId, network, now }: { takeoverId: TakeoverId; network: string; now: Date },
): Promise<boolean> {
  const places: [string, Limits][] = [
    [network, limits.near],
    [wideOf(network), limits.wide],
  ];
  const grown: [Buffer, Place][] = [];
  for (const [name, rule] of places) {
    const digest = secret.digest('network', name);
    const [known] = await tx.query<Place>(look, [tx.charityId, takeoverId, digest]);
    const next = countOneMore(known, now, rule);
    if (!next) return false;
    grown.push([digest, next]);
  }
  for (const [digest, { counted, allowance, at }] of grown)
    await tx.query(keep, [tx.charityId, takeoverId, digest, counted, allowance, at]);
  return true;
}

/** `203.0.113.0/24` is in `203.0/16`, `2001:0db8:0001::/48` in `2001:0db8:00/40`. */
const wideOf = (network: string): string =>
  network.includes(':') ? `${network.slice(0, 12)}/40` : `${network.split('.').slice(0, 2).join('.')}/16`;
