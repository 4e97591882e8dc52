import { randomBytes } from 'node:crypto';
import type { CharityId } from '@baton/contracts';
import type { Tx } from '../database/tx.js';
import type { KeyWrapper } from './key-wrapper.js';
import { openBytes, sealBytes } from './sealed-bytes.js';

/** An owner has one data key. The number is in what it sealed, so that there can be a second one day. */
const firstKey = 1;

/** The owner’s key is gone, so the value never opens again. Anything else that keeps it shut may pass. */
export class Shredded extends Error {
  override readonly name = 'Shredded';

  constructor() {
    super('the key to this value has been shredded');
  }
}

/** A value, and whose it is. */
export interface Sealed {
  readonly owner: string;
  readonly sealed: Buffer;
}

/**
 * Seals columns. Each owner (`person:<id>`, `account:<id>`) has one data key; a value is bound to its charity, owner and
 * field, so a sealed value moved to another row does not open. Keys are read in the caller's transaction and never cached:
 * once shredded, nothing opens any more, in any process.
 */
export class Vault {
  constructor(private readonly wrapper: KeyWrapper) {}

  async seal(tx: Tx, owner: string, field: string, plain: string): Promise<Buffer> {
    const bytes = (await this.readKey(tx, owner)) ?? (await this.makeKey(tx, owner));
    return sealBytes({ number: firstKey, bytes }, Buffer.from(plain), [tx.charityId, owner, field]);
  }

  /** Throws `Shredded` where the owner's key has been shredded, and something else where the value is not this owner's and field's. */
  async open(tx: Tx, owner: string, field: string, sealed: Buffer): Promise<string> {
    return this.openWith(tx, { owner, field, sealed }, await this.readWrapped(tx, owner));
  }

  /** The same field of many owners, with their keys read at once. In the order that was asked; throws as `open` does. */
  async openAll(tx: Tx, field: string, many: readonly Sealed[]): Promise<string[]> {
    const rows = await tx.query<{ owner: string; wrapped: Buffer }>(
      'SELECT owner, wrapped FROM data_key WHERE charity_id = $1 AND owner = ANY ($2::text[])',
      [tx.charityId, many.map(({ owner }) => owner)],
    );
    const wrapped = new Map(rows.map((row) => [row.owner, row.wrapped]));
    return Promise.all(
      many.map(async ({ owner, sealed }) => this.openWith(tx, { owner, field, sealed }, wrapped.get(owner))),
    );
  }

  /** Makes everything sealed for an owner unreadable for ever. */
  async shred(tx: Tx, owner: string): Promise<void> {
    await tx.query('DELETE FROM data_key WHERE charity_id = $1 AND owner = $2', [tx.charityId, owner]);
  }

  /** A keyed digest for equality look-ups; `purpose` keeps digests of different uses apart. */
  fingerprint(charityId: CharityId, purpose: string, value: string): Promise<Buffer> {
    return this.wrapper.digest(charityId, JSON.stringify([purpose, value]));
  }

  /** Wraps a charity's data keys with the newest master key; answers how many. What they sealed stays as it is. */
  async renewWrapping(tx: Tx): Promise<number> {
    const keys = await tx.query<{ owner: string; wrapped: Buffer }>(
      'SELECT owner, wrapped FROM data_key WHERE charity_id = $1 FOR UPDATE',
      [tx.charityId],
    );
    for (const { owner, wrapped } of keys) {
      const dataKey = await this.wrapper.unwrap(tx.charityId, wrapped);
      await tx.query('UPDATE data_key SET wrapped = $3 WHERE charity_id = $1 AND owner = $2', [
        tx.charityId,
        owner,
        await this.wrapper.wrap(tx.charityId, dataKey),
      ]);
    }
    return keys.length;
  }

  private async openWith(
    tx: Tx,
    { owner, field, sealed }: Sealed & { readonly field: string },
    wrapped: Buffer | undefined,
  ): Promise<string> {
    if (!wrapped) throw new Shredded();
    const key = await this.wrapper.unwrap(tx.charityId, wrapped);
    const keyNumbered = (number: number) => (number === firstKey ? key : undefined);
    return openBytes(keyNumbered, sealed, [tx.charityId, owner, field]).toString();
  }

  private async readKey(tx: Tx, owner: string): Promise<Buffer | undefined> {
    const wrapped = await this.readWrapped(tx, owner);
    return wrapped && this.wrapper.unwrap(tx.charityId, wrapped);
  }

  private async readWrapped(tx: Tx, owner: string): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ wrapped: Buffer }>(
      'SELECT wrapped FROM data_key WHERE charity_id = $1 AND owner = $2',
      [tx.charityId, owner],
    );
    return row?.wrapped;
  }

  /** Of two at once one writes and both use what was written. */
  private async makeKey(tx: Tx, owner: string): Promise<Buffer> {
    const wrapped = await this.wrapper.wrap(tx.charityId, randomBytes(32));
    await tx.query(
      'INSERT INTO data_key (charity_id, owner, wrapped) VALUES ($1, $2, $3) ON CONFLICT (charity_id, owner) DO NOTHING',
      [tx.charityId, owner, wrapped],
    );
    const key = await this.readKey(tx, owner);
    if (!key) throw new Error('a data key was made and is not there');
    return key;
  }
}
