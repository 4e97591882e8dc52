import { accept, type changeCall, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { contentIn, isSameContent, isSameSetting, problemsInCall, settingsIn } from './call-content.js';
import { type Call, findCall, keepVersion } from './call-row.js';
import { PresentCall } from './present-call.js';

type Input = InputOf<typeof changeCall>;

const change = `
  UPDATE call SET version = $3, changes = changes + 1, opens_at = $4, closes_at = $5, capacity = $6, embed_on = $7
   WHERE charity_id = $1 AND call_id = $2`;

/** Other words or questions are another version, the same ones again the same version. Other times are no version. */
@Injectable()
export class ChangeCall implements Handles<typeof changeCall> {
  constructor(
    private readonly database: Database,
    private readonly presenting: PresentCall,
  ) {}

  async handle(input: Input, { caller }: CallContext): Promise<ResultOf<typeof changeCall>> {
    const details = problemsInCall(input);
    if (details.length > 0) return refuse('badInput', { details });
    return this.database.inCharity(input.charityId, async (tx) => {
      const call = await findCall(tx, input.callId, 'FOR UPDATE OF call');
      if (!call) return refuse('notFound');
      const version = await this.change(tx, call, input);
      if (version !== undefined)
        await noteInAudit(tx, {
          by: caller,
          action: 'call.changed',
          about: call.callId,
          details: { version },
        });
      const changed = await findCall(tx, call.callId);
      if (!changed) throw new Error('a call was changed and is not there');
      return accept(await this.presenting.present(tx, changed));
    });
  }

  /** Resolves with the version there is then; undefined where everything is as it was. */
  private async change(tx: Tx, call: Call, input: Input): Promise<number | undefined> {
    const content = contentIn(input);
    const isNewVersion = !isSameContent(call.content, content);
    if (!isNewVersion && isSameSetting(call, settingsIn(input))) return undefined;
    const version = isNewVersion ? call.version + 1 : call.version;
    if (isNewVersion) await keepVersion(tx, call.callId, version, content);
    const { opensAt, closesAt, capacity, embedOn } = input;
    await tx.query(change, [tx.charityId, call.callId, version, opensAt, closesAt, capacity, embedOn]);
    return version;
  }
}
