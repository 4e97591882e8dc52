import {
  type PreparationItem,
  type Requirement,
  type Requirements,
  usualRequirements,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** What this charity asks of curators before their weekend. Nobody is asked to read what is not there. */
export async function requirementsOf(tx: Tx): Promise<Requirements> {
  const rows = await tx.query<{ item: PreparationItem; requirement: Requirement }>(
    'SELECT item, requirement FROM preparation_setting WHERE charity_id = $1',
    [tx.charityId],
  );
  const set = Object.fromEntries(rows.map(({ item, requirement }) => [item, requirement]));
  const requirements = { ...usualRequirements, ...set };
  return (await hasAdvice(tx)) ? requirements : { ...requirements, advice: 'off' };
}

async function hasAdvice(tx: Tx): Promise<boolean> {
  const [pack] = await tx.query('SELECT 1 FROM advice_pack WHERE charity_id = $1 LIMIT 1', [tx.charityId]);
  return pack !== undefined;
}
