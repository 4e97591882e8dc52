import { type PersonId, platformId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { NoteForCharities } from '../people/note-for-charities.js';
import { RememberedDevices } from '../sessions/remembered-devices.js';
import { StaffSessions } from '../sessions/staff-sessions.js';

/** What whoever signs in says about the device. */
export interface OnDevice {
  readonly device: string;
  readonly rememberDevice: boolean;
}

/** Lets somebody in who has proved who they are: session, remembered device and audit lines are one transaction. */
@Injectable()
export class Admit {
  constructor(
    private readonly database: Database,
    private readonly sessions: StaffSessions,
    private readonly devices: RememberedDevices,
    private readonly notes: NoteForCharities,
  ) {}

  person(
    personId: PersonId,
    by: 'code' | 'link' | 'passkey' | 'secondFactor',
    { device, rememberDevice }: OnDevice,
  ) {
    return this.database.asWorker(async (all) => {
      const platform = await all.enterCharity(platformId);
      const { token, expiresAt } = await this.sessions.open(platform, personId, device);
      const deviceToken = rememberDevice
        ? { deviceToken: await this.devices.remember(platform, personId, device) }
        : {};
      await this.notes.note(all, personId, 'sign-in.done', { by });
      return { token, expiresAt: expiresAt.toISOString(), personId, ...deviceToken };
    });
  }
}
