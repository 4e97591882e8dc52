import type { FactOf, mentionReported } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CallTeam } from '../on-call/call-team.js';

@Injectable()
export class OnMentionReported implements Consumes<typeof mentionReported> {
  constructor(private readonly team: CallTeam) {}

  handle({ id, data }: FactOf<typeof mentionReported>, tx: Tx): Promise<void> {
    const isUrgent = data.reason === 'inDanger' || data.reason === 'threat';
    return this.team.call(tx, {
      ...{ reason: 'reported', cause: id, subject: data.mentionId },
      details: { isUrgent },
    });
  }
}
