import { accept, type closeCall, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { findCall } from './call-row.js';
import { PresentCall } from './present-call.js';

const close = `
  UPDATE call SET closes_at = baton.now(), changes = changes + 1
   WHERE charity_id = $1 AND call_id = $2 AND coalesce(closes_at > baton.now(), true) RETURNING call_id`;

@Injectable()
export class CloseCall implements Handles<typeof closeCall> {
  constructor(
    private readonly database: Database,
    private readonly presenting: PresentCall,
  ) {}

  async handle(
    { charityId, callId }: InputOf<typeof closeCall>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof closeCall>> {
    return this.database.inCharity(charityId, async (tx) => {
      const closed = await tx.query(close, [charityId, callId]);
      if (closed.length > 0) await noteInAudit(tx, { by: caller, action: 'call.closed', about: callId });
      const call = await findCall(tx, callId);
      if (!call) return refuse('notFound');
      return accept({ callId, state: await this.presenting.stateOf(tx, call), closesAt: call.closesAt });
    });
  }
}
