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

export type NamedPosts = Pick<Proof, 'stopped' | 'alreadyOut' | 'unknown'>;

export const nothingNamed: NamedPosts = { stopped: [], alreadyOut: [], unknown: [] };

/** Which posts the proof of that number names. */
export async function namedInProof(tx: Tx, number: number): Promise<NamedPosts> {
  const [proof] = await tx.query<NamedPosts>(
    `SELECT stopped, already_out AS "alreadyOut", unknown FROM switch_proof WHERE charity_id = $1 AND number = $2`,
    [tx.charityId, number],
  );
  return proof ?? nothingNamed;
}
