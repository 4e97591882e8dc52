import { Impossible } from '../world/impossible.js';
import type { World } from '../world/world.js';

/** Someone on this pretend X: the charity, or a follower. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly verified: boolean;
  readonly createdAt: Date;
  readonly followers: number;
  readonly standing: 'good' | 'suspended';
  readonly mutedIds: ReadonlySet<string>;
}

export interface NewAccount {
  /** 1 to 15 letters, digits or underscores; unique whatever the capitals. */
  readonly username: string;
  readonly name: string;
  /** Verified accounts may post far more in a day. */
  readonly verified?: boolean | undefined;
  /** For how long they have had it; 0 unless told otherwise. */
  readonly ageDays?: number | undefined;
}

/** Until a test says otherwise. */
const usualFollowers = 1_200;

export function createAccount(world: World, account: NewAccount): Account {
  if (accountNamed(world, account.username)) throw new Impossible(`@${account.username} exists already`);
  const created: Account = {
    id: world.nextId(),
    username: account.username,
    name: account.name,
    verified: account.verified ?? false,
    createdAt: new Date(world.now().getTime() - (account.ageDays ?? 0) * 86_400_000),
    followers: usualFollowers,
    standing: 'good',
    mutedIds: new Set(),
  };
  world.accounts.set(created.id, created);
  return created;
}

export function accountNamed(world: World, username: string): Account | undefined {
  const wanted = username.toLowerCase();
  for (const account of world.accounts.values()) {
    if (account.username.toLowerCase() === wanted) return account;
  }
  return undefined;
}

export function changeAccount(world: World, id: string, change: Partial<Account>): void {
  const account = world.accounts.get(id);
  if (account) world.accounts.set(id, { ...account, ...change });
}
