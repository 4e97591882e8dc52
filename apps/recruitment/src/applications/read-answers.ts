import type { Language, ShownAnswer } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findVersion } from '../calls/call-row.js';
import { inLanguage } from '../calls/in-language.js';
import { sealedFor } from '../identity/identity-vault.js';
import { answersShown } from './answers-shown.js';
import type { Application } from './application-row.js';
import type { Answers } from './decide-answers.js';

/** What somebody answered, beside the questions of the version they answered. */
@Injectable()
export class ReadAnswers {
  constructor(private readonly vault: Vault) {}

  /** In the call's main language: the team's. */
  async shown(tx: Tx, application: Application): Promise<ShownAnswer[]> {
    const { callId, callVersion } = application;
    const content = await findVersion(tx, callId, callVersion);
    if (!content) throw new Error('an application answers a version of a call that is not there');
    return answersShown(content.questions, await this.of(tx, application), content.language);
  }

  /** In the language they read, for the person themself. */
  async shownToThem(tx: Tx, application: Application): Promise<ShownAnswer[]> {
    const content = await findVersion(tx, application.callId, application.callVersion);
    if (!content) throw new Error('an application answers a version of a call that is not there');
    const { language, questions } = inLanguage(content, application.language as Language);
    return answersShown(questions, await this.of(tx, application), language);
  }

  async of(tx: Tx, { applicationId, answersSealed }: Application): Promise<Answers> {
    if (!answersSealed) return {};
    return JSON.parse(await this.vault.open(tx, sealedFor(applicationId), 'answers', answersSealed));
  }
}
