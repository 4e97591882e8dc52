import { accept, type PersonId, platformId, refuse } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { SecondFactor } from '../proofs/second-factor.js';
import { RememberedDevices } from '../sessions/remembered-devices.js';
import { Admit, type OnDevice } from './admit.js';
import { SecondFactorTickets } from './second-factor-tickets.js';
import { hashOf } from './secret.js';

/** Lets somebody in who has a mail of theirs, unless they have a second factor and this device does not stand for it. */
@Injectable()
export class AdmitByMail {
  constructor(
    private readonly admit: Admit,
    private readonly secondFactor: SecondFactor,
    private readonly devices: RememberedDevices,
    private readonly tickets: SecondFactorTickets,
    private readonly database: Database,
  ) {}

  async person(
    personId: PersonId,
    by: 'code' | 'link',
    onDevice: OnDevice & { readonly deviceToken?: string | undefined },
  ) {
    if (
      (await this.secondFactor.isOn(personId)) &&
      !(await this.isRemembered(personId, onDevice.deviceToken))
    ) {
      return refuse('secondFactorNeeded', { details: { ticket: await this.tickets.give(personId) } });
    }
    return accept(await this.admit.person(personId, by, onDevice));
  }

  private async isRemembered(personId: PersonId, deviceToken: string | undefined): Promise<boolean> {
    if (!deviceToken) return false;
    const deviceId = await this.database.inCharity(platformId, (tx) =>
      this.devices.find(tx, personId, hashOf(deviceToken)),
    );
    return deviceId !== undefined;
  }
}
