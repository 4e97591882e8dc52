import {
  type ApplicationState,
  accept,
  type DecisionReason,
  type InputOf,
  isGone,
  type ResultOf,
  refuse,
  type viewApplication,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { Conversation } from '../conversation/conversation.js';
import { mailsOf } from '../mail-queue/mails-of.js';
import { reachabilityOf } from '../mail-queue/reachability.js';
import { ApplicationNotes } from '../notes/application-notes.js';
import { findListed, type ListedRow } from './listed-rows.js';
import { PresentApplication } from './present-application.js';
import { ReadAnswers } from './read-answers.js';

/** One application as the team sees it, and what became of each mail. Who has left is nobody any more. */
@Injectable()
export class ViewApplication implements Handles<typeof viewApplication> {
  constructor(
    private readonly database: Database,
    private readonly presenting: PresentApplication,
    private readonly notes: ApplicationNotes,
    private readonly answers: ReadAnswers,
    private readonly conversation: Conversation,
  ) {}

  async handle({
    charityId,
    applicationId,
    before,
  }: InputOf<typeof viewApplication>): Promise<ResultOf<typeof viewApplication>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findListed(tx, applicationId);
      if (!application || isGone(application.state)) return refuse('notFound');
      const mails = await mailsOf(tx, applicationId);
      const notes = await this.notes.notesOf(tx, applicationId);
      const { callId, callVersion } = application;
      const answers = await this.answers.shown(tx, application);
      const page = await this.conversation.pageOf(tx, applicationId, before);
      const reason = await reasonOf(tx, application);
      const { isReachable: reachable } = await reachabilityOf(tx, applicationId);
      const listed = await this.presenting.present(tx, application);
      return accept({ ...listed, callId, callVersion, answers, notes, ...page, reason, mails, reachable });
    });
  }
}

const saidNo: ReadonlySet<ApplicationState> = new Set(['declined', 'later']);

/** Why the team said no or “not now”, as long as that holds. */
async function reasonOf(tx: Tx, { applicationId, state }: ListedRow): Promise<DecisionReason | null> {
  if (!saidNo.has(state)) return null;
  const [move] = await tx.query<{ reason: DecisionReason | null }>(
    'SELECT reason FROM application_move WHERE charity_id = $1 AND application_id = $2 ORDER BY id DESC LIMIT 1',
    [tx.charityId, applicationId],
  );
  return move?.reason ?? null;
}
