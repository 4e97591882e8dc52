import {
  accept,
  type CuratorId,
  type downloadMyData,
  type InputOf,
  type OutputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, findByCurator } from '../applications/application-row.js';
import { ReadAnswers } from '../applications/read-answers.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { PresentBuddies } from '../buddies/present-buddies.js';
import { consentsOf } from '../consent/consent-records.js';
import { presentRecord } from '../consent/present-consent.js';
import { Conversation } from '../conversation/conversation.js';
import { readAlsoTells } from '../identity/also-tells.js';
import { IdentityVault, sealedFor } from '../identity/identity-vault.js';
import { openingsOf } from '../identity/openings-of.js';
import { mailsOf } from '../mail-queue/mails-of.js';
import { reachabilityOf } from '../mail-queue/reachability.js';
import { mailWishesOf } from '../mail-wishes/mail-wishes.js';
import { curatorOf } from '../me/curator-of.js';
import { ApplicationNotes } from '../notes/application-notes.js';
import { curatedBy } from '../part/curated-takeovers.js';
import { stepsOf } from '../preparation/what-is-done.js';
import { agreementsOf, passedOnBy, signInsOf } from './what-was-done.js';

type Pages = Pick<
  OutputOf<typeof downloadMyData>,
  'conversation' | 'earlier' | 'toBuddies' | 'earlierToBuddies'
>;
/** All but what was written to and fro, which comes in pages. */
type Rest = Omit<OutputOf<typeof downloadMyData>, keyof Pages>;

/** Everything this service holds about a curator, for them to keep (GDPR, articles 15 and 20). */
@Injectable()
export class DownloadMyData implements Handles<typeof downloadMyData> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly identities: IdentityVault,
    private readonly notes: ApplicationNotes,
    private readonly answers: ReadAnswers,
    private readonly buddies: PresentBuddies,
    private readonly conversation: Conversation,
  ) {}

  async handle(
    { charityId, before, beforeToBuddies }: InputOf<typeof downloadMyData>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof downloadMyData>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorId);
      if (!application) return refuse('notFound');
      await noteInAudit(tx, { by: caller, action: 'identity.downloaded', about: curatorId });
      const { messages, earlier } = await this.conversation.pageOf(tx, application.applicationId, before);
      const conversation = messages.map(({ from, at, text }) => ({ from, at, text }));
      const buddies = await this.buddies.writtenBy(tx, curatorId, beforeToBuddies);
      const rest = await this.collect(tx, application, curatorId);
      return accept({ ...rest, conversation, earlier, ...buddies });
    });
  }

  private async collect(tx: Tx, application: Application, curatorId: CuratorId): Promise<Rest> {
    const { applicationId } = application;
    const opening = { by: `curator ${curatorId}`, purpose: 'own download' };
    return {
      person: await this.identities.open(tx, applicationId, opening),
      alsoTells: await readAlsoTells(tx, this.vault, applicationId),
      application: await this.applicationOf(tx, application, curatorId),
      agreements: await agreementsOf(tx, curatorId),
      consents: (await consentsOf(tx, applicationId)).map((record) => ({
        ...presentRecord(record),
        text: record.text,
      })),
      mailWishes: {
        ...(await mailWishesOf(tx, applicationId)),
        reachable: (await reachabilityOf(tx, applicationId)).isReachable,
      },
      mails: await mailsOf(tx, applicationId),
      preparation: (await stepsOf(tx, curatorId)).map(({ item, doneAt }) => ({
        item,
        doneAt: doneAt.toISOString(),
      })),
      takeovers: (await curatedBy(tx, curatorId)).map(({ takeoverId, openedAt, closedAt }) => ({
        takeoverId,
        openedAt: openedAt.toISOString(),
        closedAt: closedAt?.toISOString() ?? null,
      })),
      passedOn: await passedOnBy(tx, curatorId),
      notes: (await this.notes.notesOf(tx, applicationId)).map(({ at, text }) => ({ at, text })),
      openings: await openingsOf(this.vault, tx, applicationId),
      signIns: await signInsOf(tx, applicationId),
    };
  }

  private async applicationOf(tx: Tx, application: Application, curatorId: CuratorId) {
    const { applicationId, penName, identityLevel, state, consentHash, aboutSealed } = application;
    const about = aboutSealed
      ? await this.vault.open(tx, sealedFor(applicationId), 'about', aboutSealed)
      : '';
    const appliedAt = application.appliedAt.toISOString();
    const { nominatedBy, pausedUntil } = application;
    const answers = await this.answers.shownToThem(tx, application);
    return {
      applicationId,
      curatorId,
      penName,
      identityLevel,
      state,
      about,
      answers,
      appliedAt,
      consentHash,
      nominatedBy,
      pausedUntil,
    };
  }
}
