import { accept, type InputOf, type ResultOf, refuse, type viewCall } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findCall, findVersion } from './call-row.js';
import { PresentCall } from './present-call.js';

@Injectable()
export class ViewCall implements Handles<typeof viewCall> {
  constructor(
    private readonly database: Database,
    private readonly presenting: PresentCall,
  ) {}

  async handle(input: InputOf<typeof viewCall>): Promise<ResultOf<typeof viewCall>> {
    const { charityId, callId, language, version } = input;
    return this.database.inCharity(charityId, async (tx) => {
      const call = await findCall(tx, callId);
      if (!call) return refuse('notFound');
      if (version === undefined) return accept(await this.presenting.present(tx, call, { language }));
      const content = await findVersion(tx, callId, version);
      if (!content) return refuse('notFound');
      return accept(await this.presenting.present(tx, call, { language, earlier: { version, content } }));
    });
  }
}
