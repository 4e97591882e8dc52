import { Retention } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** Days, from when an application or a part in the charity has ended. */
export interface KeptFor {
  readonly declinedDays: number;
  readonly identityDays: number;
}

const { declinedApplications, curatorIdentities } = Retention.parse({});

export const keptForByDefault: KeptFor = {
  declinedDays: declinedApplications,
  identityDays: curatorIdentities,
};

export async function keptFor(tx: Tx): Promise<KeptFor> {
  const [set] = await tx.query<KeptFor>(
    `SELECT declined_days AS "declinedDays", identity_days AS "identityDays" FROM retention WHERE charity_id = $1`,
    [tx.charityId],
  );
  return set ?? keptForByDefault;
}
