import type { CuratorId, MadeUpMessageName, MediaId, PostId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** A rehearsed post as its table keeps it; never leaves this service. */
export interface RehearsalRow {
  readonly post_id: PostId;
  readonly thread_id: PostId;
  readonly position: number;
  readonly answers: MadeUpMessageName | null;
  readonly fate: 'queued' | 'held' | 'blocked';
  readonly fingerprint: Buffer;
  readonly media_ids: MediaId[];
  readonly accepted_at: Date;
  /** Null where it would not go out by itself. */
  readonly due_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly sealed_content: Buffer;
}

export interface RehearsalHead {
  readonly parked: MadeUpMessageName[];
}

/** As many posts as a rehearsal holds. */
export const mostRehearsed = 100;

/** Begins the rehearsal where there is none. Nobody else changes or erases anything of it until this transaction ends. */
export async function lockRehearsal(tx: Tx, curatorId: CuratorId): Promise<RehearsalHead> {
  const [head] = await tx.query<RehearsalHead>(
    `INSERT INTO rehearsal (charity_id, curator_id) VALUES ($1, $2)
     ON CONFLICT (charity_id, curator_id) DO UPDATE SET touched_at = baton.now() RETURNING parked`,
    [tx.charityId, curatorId],
  );
  if (!head) throw new Error('a rehearsal was begun and is not there');
  return head;
}

export async function findRehearsal(tx: Tx, curatorId: CuratorId): Promise<RehearsalHead> {
  const [head] = await tx.query<RehearsalHead>(
    'SELECT parked FROM rehearsal WHERE charity_id = $1 AND curator_id = $2',
    [tx.charityId, curatorId],
  );
  return head ?? { parked: [] };
}

/** Newest first, and each thread in its order. */
export const rehearsedBy = (tx: Tx, curatorId: CuratorId): Promise<RehearsalRow[]> =>
  tx.query(
    `SELECT * FROM rehearsal_post WHERE charity_id = $1 AND curator_id = $2
      ORDER BY sequence - position DESC, position`,
    [tx.charityId, curatorId],
  );
