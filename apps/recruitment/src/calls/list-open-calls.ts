import { accept, type InputOf, type listOpenCalls } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { allCalls } from './call-row.js';
import { inLanguage, languagesOf } from './in-language.js';
import { PresentCall } from './present-call.js';

/** What is closed is not shown: nobody can do anything about it. */
@Injectable()
export class ListOpenCalls implements Handles<typeof listOpenCalls> {
  constructor(
    private readonly database: Database,
    private readonly presenting: PresentCall,
  ) {}

  async handle({ charityId, language }: InputOf<typeof listOpenCalls>) {
    return this.database.inCharity(charityId, async (tx) => {
      const calls = [];
      for (const call of await allCalls(tx)) {
        const state = await this.presenting.stateOf(tx, call);
        if (state === 'closed') continue;
        const { callId, opensAt, closesAt, content } = call;
        const { title } = inLanguage(content, language);
        calls.push({ callId, title, state, opensAt, closesAt, languages: languagesOf(content) });
      }
      return accept({ calls });
    });
  }
}
