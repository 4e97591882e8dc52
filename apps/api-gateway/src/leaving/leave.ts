import {
  type AuditAction,
  accept,
  type beginLeaving,
  type Caller,
  type InputOf,
  type OutputOf,
  type stayAboard,
  tenancyAudited,
  type viewLeaving,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { changeStanding, readStanding, type Standing } from '../standing/change-standing.js';

@Injectable()
export class ViewLeaving implements Handles<typeof viewLeaving> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewLeaving>) {
    return accept(shown(await this.database.inCharity(charityId, readStanding)));
  }
}

@Injectable()
export class BeginLeaving implements Handles<typeof beginLeaving> {
  constructor(private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof beginLeaving>, { caller }: CallContext) {
    return this.database.inCharity(charityId, (tx) => change(tx, 'leave', 'charity.leaving', caller));
  }
}

@Injectable()
export class StayAboard implements Handles<typeof stayAboard> {
  constructor(private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof stayAboard>, { caller }: CallContext) {
    return this.database.inCharity(charityId, (tx) => change(tx, 'stay', 'charity.stayed', caller));
  }
}

async function change(tx: Tx, how: 'leave' | 'stay', action: AuditAction, by: Caller) {
  const { changed: _, stopsChanged, at, ...standing } = await changeStanding(tx, how);
  if (stopsChanged) await appendFacts(tx, newAuditFact(tenancyAudited, { by, action, at }));
  return accept(shown(standing));
}

const shown = ({ standing, eraseAt }: Standing): OutputOf<typeof viewLeaving> => ({
  standing,
  erasesAt: eraseAt?.toISOString() ?? null,
});
