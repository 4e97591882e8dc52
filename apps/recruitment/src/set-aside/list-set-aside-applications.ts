import { accept, type InputOf, type listSetAsideApplications, setAsideDays } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { answersShown } from '../applications/answers-shown.js';
import { findVersion } from '../calls/call-row.js';
import { SetAside, type SetAsideForm } from './set-aside.js';

const dayMs = 86_400_000;

/** By pen name, as applications are. */
@Injectable()
export class ListSetAsideApplications implements Handles<typeof listSetAsideApplications> {
  constructor(
    private readonly database: Database,
    private readonly setAside: SetAside,
  ) {}

  async handle({ charityId }: InputOf<typeof listSetAsideApplications>) {
    return this.database.inCharity(charityId, async (tx) => {
      const applications = [];
      for (const form of await this.setAside.all(tx)) applications.push(await this.listed(tx, form));
      return accept({ applications });
    });
  }

  private async listed(tx: Tx, form: SetAsideForm) {
    const { applicationId, callId, reasons, setAsideAt } = form;
    const { version, penName, about, answers } = await this.setAside.wordsOf(tx, form);
    const content = await findVersion(tx, callId, version);
    return {
      ...{ applicationId, callId, penName, about, reasons },
      answers: content ? answersShown(content.questions, answers, content.language) : [],
      setAsideAt: setAsideAt.toISOString(),
      keptUntil: new Date(setAsideAt.getTime() + setAsideDays * dayMs).toISOString(),
    };
  }
}
