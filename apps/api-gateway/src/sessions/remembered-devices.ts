import { randomUUID } from 'node:crypto';
import { type DeviceId, type PersonId, platformId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { hashOf, newSecret } from '../sign-in/secret.js';
import { day } from './listed-session.js';

const rememberedDays = 30;

export interface RememberedDevice {
  readonly deviceId: DeviceId;
  readonly device: string;
  /** Days. */
  readonly rememberedOn: string;
  readonly forgottenOn: string;
}

/**
 * Devices a person said to know again for thirty days: there the second factor is not asked for, and mails asked for from
 * there are counted apart. A device is known by a secret of its own, of which the hash is kept, and by nothing else.
 */
@Injectable()
export class RememberedDevices {
  constructor(private readonly database: Database) {}

  /** The device's id, where it is this person's. */
  async find(tx: Tx, personId: PersonId, tokenHash: Buffer): Promise<string | undefined> {
    const [row] = await tx.query<{ device_id: string }>(
      `SELECT device_id FROM remembered_device
        WHERE charity_id = $1 AND person_id = $2 AND token_hash = $3 AND expires_at > baton.now()`,
      [platformId, personId, tokenHash],
    );
    return row?.device_id;
  }

  /** Remembers a device; what it is known by is given out once and never kept. */
  async remember(tx: Tx, personId: PersonId, device: string): Promise<string> {
    const token = newSecret();
    await tx.query(
      `INSERT INTO remembered_device (charity_id, device_id, token_hash, person_id, device, expires_at)
       VALUES ($1, $2, $3, $4, $5, baton.now() + make_interval(days => $6))`,
      [platformId, randomUUID(), hashOf(token), personId, device, rememberedDays],
    );
    return token;
  }

  list(personId: PersonId): Promise<RememberedDevice[]> {
    return this.database.inCharity(platformId, (tx) =>
      tx.query<RememberedDevice>(
        `SELECT device_id AS "deviceId", device, ${day('remembered_at')} AS "rememberedOn",
                ${day('expires_at')} AS "forgottenOn"
           FROM remembered_device WHERE charity_id = $1 AND person_id = $2 AND expires_at > baton.now()
          ORDER BY remembered_at DESC, device_id`,
        [platformId, personId],
      ),
    );
  }

  /** Forgetting a device twice, or somebody else's, changes nothing. */
  async forget(personId: PersonId, deviceId: DeviceId): Promise<void> {
    await this.database.inCharity(platformId, (tx) =>
      tx.query('DELETE FROM remembered_device WHERE charity_id = $1 AND person_id = $2 AND device_id = $3', [
        platformId,
        personId,
        deviceId,
      ]),
    );
  }

  async forgetAll(tx: Tx, personId: PersonId): Promise<void> {
    await tx.query('DELETE FROM remembered_device WHERE charity_id = $1 AND person_id = $2', [
      platformId,
      personId,
    ]);
  }
}
