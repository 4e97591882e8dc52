import type { CheckSettings } from '@baton/checks';
import { countryOfZone } from '@baton/checks';
import type { CuratorId, Policy } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { selfOf } from '../own-identity/kept-prints.js';

/** For words that are not their curator's own doing: they are not compared with who the curator is. */
export async function checkSettings(tx: Tx, policy: Policy): Promise<CheckSettings> {
  const [charity] = await tx.query<{ zone: string }>('SELECT zone FROM charity');
  return { policy, country: charity && countryOfZone(charity.zone) };
}

/** For what a curator hands over themself. */
export const checkSettingsFor = async (
  tx: Tx,
  vault: Vault,
  policy: Policy,
  curatorId: CuratorId,
): Promise<CheckSettings> => ({
  ...(await checkSettings(tx, policy)),
  self: await selfOf(tx, vault, curatorId),
});
