import { accept, type InputOf, type ResultOf, refuse, type viewSetAsideApplication } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { answersShown } from '../applications/answers-shown.js';
import { findVersion } from '../calls/call-row.js';
import { presentSetAside } from './list-set-aside-applications.js';
import { SetAside } from './set-aside.js';

/** Without who sent it, as applications are. From now on somebody has looked at it. */
@Injectable()
export class ViewSetAsideApplication implements Handles<typeof viewSetAsideApplication> {
  constructor(
    private readonly database: Database,
    private readonly setAside: SetAside,
  ) {}

  async handle({
    charityId,
    applicationId,
  }: InputOf<typeof viewSetAsideApplication>): Promise<ResultOf<typeof viewSetAsideApplication>> {
    return this.database.inCharity(charityId, async (tx) => {
      await this.setAside.noteLook(tx, applicationId);
      const form = await this.setAside.find(tx, applicationId);
      if (!form) return refuse('notFound');
      const words = await this.setAside.wordsOf(tx, form);
      const content = await findVersion(tx, form.callId, words.version);
      const answers = content ? answersShown(content.questions, words.answers, content.language) : [];
      return accept({ ...presentSetAside(form, words), about: words.about, answers });
    });
  }
}
