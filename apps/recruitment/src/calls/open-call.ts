import { accept, type InputOf, type openCall, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { findCall } from './call-row.js';
import { sha256 } from './sha256.js';

/** The same call again is the same call. What people have agreed to never changes: another text is another call. */
@Injectable()
export class OpenCall implements Handles<typeof openCall> {
  constructor(private readonly database: Database) {}

  async handle(input: InputOf<typeof openCall>, { caller }: CallContext): Promise<ResultOf<typeof openCall>> {
    const { charityId, callId, title, invitation, consentText } = input;
    const consentHash = sha256(consentText);
    return this.database.inCharity(charityId, async (tx) => {
      const opened = await tx.query(
        `INSERT INTO call (charity_id, call_id, title, invitation, consent_text, consent_hash)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (charity_id, call_id) DO NOTHING RETURNING call_id`,
        [charityId, callId, title, invitation, consentText, consentHash],
      );
      if (opened.length > 0) await noteInAudit(tx, { by: caller, action: 'call.opened', about: callId });
      const call = await findCall(tx, callId);
      if (!call) throw new Error('a call was written and is not there');
      const same = call.title === title && call.invitation === invitation && call.consentHash === consentHash;
      return same ? accept(call) : refuse('badInput', anotherCall);
    });
  }
}

const anotherCall = {
  details: [{ field: 'callId', problem: 'is the id of another call already: please make a new one' }],
};
