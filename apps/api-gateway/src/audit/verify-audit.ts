import { accept, auditChainBreaks, type InputOf, type verifyAudit } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { verifyCharity } from './chain-of-charity.js';

@Injectable()
export class VerifyAudit implements Handles<typeof verifyAudit> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, anchors }: InputOf<typeof verifyAudit>) {
    const verdict = await verifyCharity(this.database, charityId, anchors);
    if (verdict.holds) return accept({ holds: true, head: verdict.head, anchors: verdict.compared } as const);
    const { broken } = verdict;
    return accept({ holds: false, broken: { ...broken, words: auditChainBreaks[broken.what] } } as const);
  }
}
