import type { Policy } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { CheckSettings } from '../checks/check.js';
import { countryOfZone } from '../checks/country-of-zone.js';

export async function checkSettings(tx: Tx, policy: Policy): Promise<CheckSettings> {
  const [charity] = await tx.query<{ zone: string }>('SELECT zone FROM charity');
  return { policy, country: charity && countryOfZone(charity.zone) };
}
