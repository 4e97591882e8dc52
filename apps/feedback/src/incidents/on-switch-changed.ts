import type { FactOf, IncidentKind, SwitchMode, switchChanged } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteIncident } from './note-incident.js';

const kinds: Readonly<Record<SwitchMode, IncidentKind>> = {
  off: 'switchReleased',
  hold: 'switchHold',
  pause: 'switchPause',
  takenBack: 'switchTakenBack',
};

/** The fact’s revision is the number of its proof. */
@Injectable()
export class OnSwitchChanged implements Consumes<typeof switchChanged> {
  async handle({ id, revision, data }: FactOf<typeof switchChanged>, tx: Tx): Promise<void> {
    await noteIncident(tx, { id, kind: kinds[data.mode], at: data.at, takeoverId: null, proof: revision });
  }
}
