import type { FactOf, mentionReported } from '@baton/contracts';
import { mentionReported as letter } from '@baton/mail';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { TeamLetters } from './team-letters.js';

@Injectable()
export class OnMentionReported implements Consumes<typeof mentionReported> {
  constructor(private readonly team: TeamLetters) {}

  handle({ data }: FactOf<typeof mentionReported>, tx: Tx): Promise<void> {
    const isUrgent = data.reason === 'inDanger' || data.reason === 'threat';
    return this.team.send(tx, (about) => letter({ ...about, isUrgent }));
  }
}
