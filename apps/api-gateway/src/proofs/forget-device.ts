import { accept, type forgetDevice, type InputOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { RememberedDevices } from '../sessions/remembered-devices.js';

@Injectable()
export class ForgetDevice implements Handles<typeof forgetDevice> {
  constructor(private readonly devices: RememberedDevices) {}

  async handle({ deviceId }: InputOf<typeof forgetDevice>, { caller }: CallContext) {
    if (caller.kind !== 'person') return refuse('forbidden');
    await this.devices.forget(caller.personId, deviceId);
    return accept({ forgotten: true as const });
  }
}
