import { accept, type InputOf, refuse, type viewCall } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findCall } from './call-row.js';

@Injectable()
export class ViewCall implements Handles<typeof viewCall> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, callId }: InputOf<typeof viewCall>) {
    const call = await this.database.inCharity(charityId, (tx) => findCall(tx, callId));
    return call ? accept(call) : refuse('notFound');
  }
}
