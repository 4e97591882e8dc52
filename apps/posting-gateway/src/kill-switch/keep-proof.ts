import type { MemberId, PostId, SwitchMode } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** What was proved when the switch was used: of one moment, and never changed. */
export interface Proof {
  readonly mode: SwitchMode;
  readonly at: Date;
  readonly by: MemberId | null;
  /** Sealed as the switch's own is. */
  readonly sealedReason: Buffer;
  readonly stopped: readonly PostId[];
  readonly alreadyOut: readonly PostId[];
  readonly unknown: readonly PostId[];
}

/** `number`: the switch's revision. */
export const keepProof = (
  tx: Tx,
  number: number,
  { mode, at, by, sealedReason, stopped, alreadyOut, unknown }: Proof,
) =>
  tx.query(
    `INSERT INTO switch_proof (charity_id, number, mode, at, changed_by, sealed_reason, stopped, already_out, unknown)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.charityId, number, mode, at, by, sealedReason, stopped, alreadyOut, unknown],
  );
