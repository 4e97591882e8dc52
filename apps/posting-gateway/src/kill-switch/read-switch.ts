import type { CharityStanding, SwitchMode } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';

export interface SwitchRow {
  readonly mode: SwitchMode;
  /** Where the charity stands with the operator, which stops its posts as the switch does. */
  readonly standing: CharityStanding;
  readonly since: Date | null;
  /** Why, in the words of whoever threw it; null where nobody has. */
  readonly sealed_reason: Buffer | null;
  readonly revision: number;
  /** False: no row yet. The rest is then what keeps everything in. */
  readonly heardOf: boolean;
  /** The database's clock, read after the row (and after its lock where it was locked). */
  readonly now: Date;
}

/** A charity without a switch is one this service has not heard of: nothing of it may go out. */
const unheardOf = {
  mode: 'pause',
  standing: 'active',
  since: null,
  sealed_reason: null,
  revision: 0,
} as const;

async function read(tx: Tx, lock: '' | 'FOR SHARE' | 'FOR UPDATE'): Promise<SwitchRow> {
  const [row] = await tx.query<Omit<SwitchRow, 'now' | 'heardOf'>>(
    `SELECT mode, standing, since, sealed_reason, revision FROM kill_switch ${lock}`,
  );
  // A statement of its own: the clock must be read when the lock has been got, not while waiting for it.
  const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
  if (!clock) throw new Error('the database has no clock');
  return { ...(row ?? unheardOf), heardOf: row !== undefined, now: clock.now };
}

/** For showing. */
export const readSwitch = (tx: Tx): Promise<SwitchRow> => read(tx, '');

/** For calling X: nobody throws the switch until this transaction ends. Locked before lanes and posts. */
export const holdSwitchStill = (tx: Tx): Promise<SwitchRow> => read(tx, 'FOR SHARE');

/** For throwing it. */
export const lockSwitch = (tx: Tx): Promise<SwitchRow> => read(tx, 'FOR UPDATE');

/** A reason may name a person, so it is sealed. */
const reasonOwner = 'kill-switch';

export const sealReason = (vault: Vault, tx: Tx, reason: string): Promise<Buffer> =>
  vault.seal(tx, reasonOwner, 'reason', reason);

export const openReason = (vault: Vault, tx: Tx, sealed: Buffer): Promise<string> =>
  vault.open(tx, reasonOwner, 'reason', sealed);

export const presentSwitch = async (
  tx: Tx,
  vault: Vault,
  { mode, since, sealed_reason: sealed }: Pick<SwitchRow, 'mode' | 'since' | 'sealed_reason'>,
) => ({
  mode,
  since: since?.toISOString() ?? null,
  reason: sealed ? await openReason(vault, tx, sealed) : '',
});
