import { createHmac, randomBytes } from 'node:crypto';
import type { PulseAnswerId, TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';

/**
 * One secret a pulse. It signs tickets and digests devices and networks; once it is shredded, nothing that was kept can be
 * told to be of this device or that network, by us or anybody.
 */
export class SecretOfPulse {
  private constructor(private readonly secret: Buffer) {}

  static async make(tx: Tx, vault: Vault, takeoverId: TakeoverId): Promise<void> {
    const secret = randomBytes(32).toString('base64url');
    const sealed = await vault.seal(tx, keyOwner(takeoverId), 'secret', secret);
    await tx.query(
      `INSERT INTO pulse_secret (charity_id, takeover_id, sealed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [tx.charityId, takeoverId, sealed],
    );
  }

  /** Undefined once it is shredded. */
  static async open(tx: Tx, vault: Vault, takeoverId: TakeoverId): Promise<SecretOfPulse | undefined> {
    const [row] = await tx.query<{ sealed: Buffer }>(
      'SELECT sealed FROM pulse_secret WHERE charity_id = $1 AND takeover_id = $2',
      [tx.charityId, takeoverId],
    );
    if (!row) return undefined;
    return new SecretOfPulse(
      Buffer.from(await vault.open(tx, keyOwner(takeoverId), 'secret', row.sealed), 'base64url'),
    );
  }

  static async shred(tx: Tx, vault: Vault, takeoverId: TakeoverId): Promise<void> {
    for (const table of ['pulse_ticket', 'pulse_network', 'pulse_secret'])
      await tx.query(`DELETE FROM ${table} WHERE charity_id = $1 AND takeover_id = $2`, [
        tx.charityId,
        takeoverId,
      ]);
    await vault.shred(tx, keyOwner(takeoverId));
  }

  digest(purpose: 'ticket' | 'device' | 'network', value: string | Buffer): Buffer {
    return createHmac('sha256', this.secret).update(`${purpose}\n`).update(value).digest().subarray(0, 16);
  }

  /** The same for the same device and this pulse; a UUID of version 8, whose bits are its maker’s own (RFC 9562). */
  answerOf(device: string): PulseAnswerId {
    const bytes = Buffer.from(this.digest('device', device));
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as PulseAnswerId;
  }
}

const keyOwner = (takeoverId: TakeoverId): string => `pulse:${takeoverId}`;
