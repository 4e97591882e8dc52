import type {
  accountConnected,
  accountDisconnected,
  accountNeedsReconnecting,
  FactOf,
} from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import type { AccountState } from './decide-readiness.js';

@Injectable()
export class OnAccountConnected implements Consumes<typeof accountConnected> {
  handle(_: FactOf<typeof accountConnected>, tx: Tx): Promise<void> {
    return remember(tx, 'connected');
  }
}

@Injectable()
export class OnAccountNeedsReconnecting implements Consumes<typeof accountNeedsReconnecting> {
  handle(_: FactOf<typeof accountNeedsReconnecting>, tx: Tx): Promise<void> {
    return remember(tx, 'needsReconnecting');
  }
}

@Injectable()
export class OnAccountDisconnected implements Consumes<typeof accountDisconnected> {
  handle(_: FactOf<typeof accountDisconnected>, tx: Tx): Promise<void> {
    return remember(tx, 'disconnected');
  }
}

/** Facts about one account come in order. A charity that has left meanwhile has no row to keep it in, and needs none. */
async function remember(tx: Tx, state: AccountState): Promise<void> {
  await tx.query(
    `INSERT INTO x_account (charity_id, state) SELECT charity_id, $2 FROM charity WHERE charity_id = $1
       ON CONFLICT (charity_id) DO UPDATE SET state = excluded.state, since = baton.now()`,
    [tx.charityId, state],
  );
}
