import { Retention } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

const { pulseWords: usually } = Retention.parse({});

/** For how many days after its pulse is over a charity keeps what followers wrote. */
export async function pulseWordsDays(tx: Tx): Promise<number> {
  const [set] = await tx.query<{ days: number }>(
    'SELECT pulse_words_days AS days FROM retention WHERE charity_id = $1',
    [tx.charityId],
  );
  return set?.days ?? usually;
}
