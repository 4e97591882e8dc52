import { CharityId } from '@baton/contracts';
import type { Database, Tx } from '@baton/persistence';

interface Round {
  /** Claims the charity that is due the longest, and answers its id; of two replicas at once, each another. */
  readonly claim: string;
  readonly work: (tx: Tx) => Promise<void>;
  /** A failed round has rolled its claim back: in a transaction of its own its time is pushed on, so that others come next. */
  readonly onFault: (charityId: CharityId, error: unknown) => Promise<void>;
}

/** The round of one charity, in one transaction; false where none is due. One broken charity stops no other. */
export async function charityRound(database: Database, { claim, work, onFault }: Round): Promise<boolean> {
  let claimed: CharityId | undefined;
  try {
    return await database.asWorker(async (tx) => {
      const [due] = await tx.query<{ charity_id: string }>(claim);
      if (!due) return false;
      claimed = CharityId.parse(due.charity_id);
      await work(await tx.enterCharity(claimed));
      return true;
    });
  } catch (error) {
    if (!claimed) throw error;
    await onFault(claimed, error);
    return true;
  }
}
