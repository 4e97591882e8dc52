import type { CheckSettings } from '@baton/checks';
import { countryOfZone } from '@baton/checks';
import type { Policy } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export async function checkSettings(tx: Tx, policy: Policy): Promise<CheckSettings> {
  const [charity] = await tx.query<{ zone: string }>('SELECT zone FROM charity');
  return { policy, country: charity && countryOfZone(charity.zone) };
}
