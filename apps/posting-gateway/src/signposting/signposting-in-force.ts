import { countryOfZone } from '@baton/checks';
import {
  type OutputOf,
  SignpostingCountry,
  SignpostingResource,
  type viewSignposting,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { presets } from './presets.js';

type Signposting = OutputOf<typeof viewSignposting>;

/** What the charity set last. Until then what is known of its country: an unconfirmed number is better than none. */
export async function signpostingInForce(tx: Tx): Promise<Signposting> {
  const [newest] = await tx.query<{ version: number; resources: unknown; setAt: Date }>(
    `SELECT version, resources, set_at AS "setAt" FROM signposting
      WHERE charity_id = $1 ORDER BY version DESC LIMIT 1`,
    [tx.charityId],
  );
  if (newest) {
    return {
      resources: SignpostingResource.array().parse(newest.resources),
      version: newest.version,
      confirmedByCharity: true,
      setAt: newest.setAt.toISOString(),
    };
  }
  return { resources: await ofItsCountry(tx), version: 0, confirmedByCharity: false, setAt: null };
}

async function ofItsCountry(tx: Tx): Promise<SignpostingResource[]> {
  const [charity] = await tx.query<{ zone: string }>('SELECT zone FROM charity WHERE charity_id = $1', [
    tx.charityId,
  ]);
  const country = SignpostingCountry.safeParse(charity && countryOfZone(charity.zone));
  return country.success ? [...presets[country.data]] : [];
}
