import { accept, type InputOf, refuse, type viewSignInMethods } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { RememberedDevices } from '../sessions/remembered-devices.js';
import { Passkeys } from './passkeys.js';
import { SecondFactor } from './second-factor.js';

@Injectable()
export class ViewSignInMethods implements Handles<typeof viewSignInMethods> {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly secondFactor: SecondFactor,
    private readonly devices: RememberedDevices,
  ) {}

  async handle(_: InputOf<typeof viewSignInMethods>, { caller }: CallContext) {
    if (caller.kind !== 'person') return refuse('forbidden');
    const [passkeys, isOn, devices] = await Promise.all([
      this.passkeys.list(caller.personId),
      this.secondFactor.isOn(caller.personId),
      this.devices.list(caller.personId),
    ]);
    return accept({ passkeys, secondFactor: isOn ? ('on' as const) : ('off' as const), devices });
  }
}
