import type { CharityId } from '@baton/contracts';
import type { Database, Tx } from '@baton/persistence';

interface Kind<Due> {
  /** Claims what is due the longest, across charities; of two replicas at once, each another. */
  readonly claim: string;
  readonly work: (tx: Tx, due: Due) => Promise<void>;
  /** A failure has rolled the claim back: in a transaction of its own it is put off, so that others come next. */
  readonly onFault: (due: Due, error: unknown) => Promise<void>;
}

/** Does one thing that is due, in one transaction with its claim; false where nothing is. */
export async function doOneDue<Due extends { readonly charityId: CharityId }>(
  database: Database,
  { claim, work, onFault }: Kind<Due>,
): Promise<boolean> {
  let claimed: Due | undefined;
  try {
    return await database.asWorker(async (tx) => {
      const [due] = await tx.query<Due>(claim);
      if (!due) return false;
      claimed = due;
      await work(await tx.enterCharity(due.charityId), due);
      return true;
    });
  } catch (error) {
    if (!claimed) throw error;
    await onFault(claimed, error);
    return true;
  }
}
