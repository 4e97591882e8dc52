import type { IncidentKind, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

interface Happened {
  /** The id of the fact that told of it. */
  readonly id: string;
  readonly kind: IncidentKind;
  readonly at: string;
  /** Null: of none, or of whichever was on at that moment. */
  readonly takeoverId: TakeoverId | null;
  readonly proof?: number;
}

export async function noteIncident(tx: Tx, { id, kind, at, takeoverId, proof }: Happened): Promise<void> {
  await tx.query(
    `INSERT INTO incident (charity_id, incident_id, kind, at, takeover_id, proof) VALUES ($1, $2, $3, $4, $5, $6)`,
    [tx.charityId, id, kind, at, takeoverId, proof ?? null],
  );
}
