import { accept, type InputOf, type openCall } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findCall } from './call-row.js';
import { sha256 } from './sha256.js';

@Injectable()
export class OpenCall implements Handles<typeof openCall> {
  constructor(private readonly database: Database) {}

  async handle(input: InputOf<typeof openCall>) {
    const { charityId, callId, title, invitation, consentText } = input;
    return this.database.inCharity(charityId, async (tx) => {
      await tx.query(
        `INSERT INTO call (charity_id, call_id, title, invitation, consent_text, consent_hash)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (charity_id, call_id) DO NOTHING`,
        [charityId, callId, title, invitation, consentText, sha256(consentText)],
      );
      const call = await findCall(tx, callId);
      if (!call) throw new Error('a call was written and is not there');
      return accept(call);
    });
  }
}
