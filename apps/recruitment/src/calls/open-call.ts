import { accept, type InputOf, type openCall, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { contentIn, isSameContent, isSameSetting, problemsInCall, settingsIn } from './call-content.js';
import { type Call, findCall, findVersion, keepVersion } from './call-row.js';
import { PresentCall } from './present-call.js';

type Input = InputOf<typeof openCall>;

/** The same call again is the same call, also after it has been changed. To change one there is `change-call`. */
@Injectable()
export class OpenCall implements Handles<typeof openCall> {
  constructor(
    private readonly database: Database,
    private readonly presenting: PresentCall,
  ) {}

  async handle(input: Input, { caller }: CallContext): Promise<ResultOf<typeof openCall>> {
    const details = problemsInCall(input);
    if (details.length > 0) return refuse('badInput', { details });
    return this.database.inCharity(input.charityId, async (tx) => {
      const isNew = await this.open(tx, input);
      if (isNew) await noteInAudit(tx, { by: caller, action: 'call.opened', about: input.callId });
      const call = await findCall(tx, input.callId);
      if (!call) throw new Error('a call was written and is not there');
      if (!isNew && !(await isSame(tx, call, input))) return refuse('badInput', anotherCall);
      return accept(await this.presenting.present(tx, call));
    });
  }

  private async open(tx: Tx, input: Input): Promise<boolean> {
    const { callId, opensAt, closesAt, capacity, embedOn } = input;
    const opened = await tx.query(
      `INSERT INTO call (charity_id, call_id, opens_at, closes_at, capacity, embed_on)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (charity_id, call_id) DO NOTHING RETURNING call_id`,
      [tx.charityId, callId, opensAt, closesAt, capacity, embedOn],
    );
    if (opened.length === 0) return false;
    await keepVersion(tx, callId, 1, contentIn(input));
    return true;
  }
}

/** As it was opened; the settings only as long as nobody has changed anything. */
async function isSame(tx: Tx, call: Call, input: Input): Promise<boolean> {
  const first = await findVersion(tx, call.callId, 1);
  if (!first || !isSameContent(first, contentIn(input))) return false;
  return call.changes > 0 || isSameSetting(call, settingsIn(input));
}

const anotherCall = {
  details: [{ field: 'callId', problem: 'is the id of another call already: please make a new one' }],
};
