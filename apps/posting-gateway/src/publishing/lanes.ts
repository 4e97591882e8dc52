import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/**
 * The lanes, as seen by whatever gives them work. Each account has one lane: one post at a time.
 *
 * Invariants
 * - `ready_at` is never later than the moment the lane has something to do. Whoever makes a post ready
 *   to go wakes its lane in the same transaction; only the publisher puts a lane to rest, after looking,
 *   with the lane and the switch locked. So no post is forgotten, and an early wake costs one look.
 * - Locks are taken in this order: switch, lane, post, account.
 * - What follows a wake begins after the commit, in this process at once, in others within a second.
 */
@Injectable()
export class Lanes {
  private readonly listeners = new Set<() => void>();

  onWake(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Something of this account may go at `readyAt`. */
  async wake(tx: Tx, accountId: AccountId, readyAt: Date): Promise<void> {
    await tx.query(
      `INSERT INTO lane (charity_id, account_id, ready_at) VALUES ($1, $2, $3)
       ON CONFLICT (charity_id, account_id) DO UPDATE SET ready_at = least(lane.ready_at, excluded.ready_at)`,
      [tx.charityId, accountId, readyAt],
    );
    this.announce(tx);
  }

  /** Anything of this account may go now. */
  async wakeNow(tx: Tx, accountId: AccountId): Promise<void> {
    await tx.query(
      `INSERT INTO lane (charity_id, account_id, ready_at) VALUES ($1, $2, baton.now())
       ON CONFLICT (charity_id, account_id) DO UPDATE SET ready_at = least(lane.ready_at, excluded.ready_at)`,
      [tx.charityId, accountId],
    );
    this.announce(tx);
  }

  /** Anything of this charity may go now, as when its switch was released. */
  async wakeAll(tx: Tx): Promise<void> {
    await tx.query('UPDATE lane SET ready_at = least(ready_at, baton.now()) WHERE charity_id = $1', [
      tx.charityId,
    ]);
    this.announce(tx);
  }

  /** X asked to be left alone for this long; nothing of the account is tried before. */
  async rest(tx: Tx, accountId: AccountId, forMs: number): Promise<void> {
    await tx.query(
      `UPDATE lane SET resting_until = greatest(resting_until, baton.now() + $2 * interval '1 ms')
        WHERE account_id = $1`,
      [accountId, forMs],
    );
  }

  private announce(tx: Tx): void {
    tx.afterCommit(() => {
      for (const listener of this.listeners) listener();
    });
  }
}
