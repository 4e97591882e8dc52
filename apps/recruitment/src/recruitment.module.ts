import { events, operations } from '@baton/contracts';
import { Mailer } from '@baton/mail';
import { consume, OnCharityErased, serve } from '@baton/messaging';
import { ServiceModule } from '@baton/service-kit';
import { type DynamicModule, Module } from '@nestjs/common';
import { AcceptAgreement } from './agreement/accept-agreement.js';
import { PublishAgreement } from './agreement/publish-agreement.js';
import { ViewAgreement } from './agreement/view-agreement.js';
import { AcceptApplication } from './applications/accept-application.js';
import { Apply } from './applications/apply.js';
import { DeclineApplication } from './applications/decline-application.js';
import { ListApplications } from './applications/list-applications.js';
import { PresentApplication } from './applications/present-application.js';
import { PutOffApplication } from './applications/put-off-application.js';
import { TakeBackDecision } from './applications/take-back-decision.js';
import { ViewApplication } from './applications/view-application.js';
import { OpenCall } from './calls/open-call.js';
import { ViewCall } from './calls/view-call.js';
import { OnCharityRegistered } from './charity/on-charity-registered.js';
import { FINGERPRINT_KEY, PUBLIC_ORIGIN, type RecruitmentConfig } from './config.js';
import { GiveConsent } from './consent/give-consent.js';
import { ViewConsents } from './consent/view-consents.js';
import { WithdrawConsent } from './consent/withdraw-consent.js';
import { EraseOnRequest } from './erasure/erase-on-request.js';
import { ErasePerson } from './erasure/erase-person.js';
import { ERASURE_LEDGER, ErasureLedger } from './erasure/erasure-ledger.js';
import { Leave } from './erasure/leave.js';
import { ReplayErasures } from './erasure/replay-erasures.js';
import { ExportRecords } from './export/export-records.js';
import { Addresses } from './identity/addresses.js';
import { IdentityVault } from './identity/identity-vault.js';
import { ListVaultOpenings } from './identity/list-vault-openings.js';
import { RenewFingerprints } from './identity/renew-fingerprints.js';
import { RevealIdentity } from './identity/reveal-identity.js';
import { TellFingerprints } from './identity/tell-fingerprints.js';
import { FindAddressee } from './mail-queue/find-addressee.js';
import { OnSurveyOpened } from './mail-queue/on-survey-opened.js';
import { QueueMail } from './mail-queue/queue-mail.js';
import { SendQueuedMail } from './mail-queue/send-queued-mail.js';
import { WriteQueuedMail } from './mail-queue/write-queued-mail.js';
import { ViewMe } from './me/view-me.js';
import { AddressChanges } from './my-data/address-changes.js';
import { ConfirmMyAddress } from './my-data/confirm-my-address.js';
import { CorrectMyData } from './my-data/correct-my-data.js';
import { DownloadMyData } from './my-data/download-my-data.js';
import { ViewMyData } from './my-data/view-my-data.js';
import { ApplicationNotes } from './notes/application-notes.js';
import { NoteOnApplication } from './notes/note-on-application.js';
import { RemoveApplicationNote } from './notes/remove-application-note.js';
import { CarryOutRetention } from './retention/carry-out-retention.js';
import { OnRetentionSet } from './retention/on-retention-set.js';
import { ConfirmCuratorSignIn } from './sign-in/confirm-curator-sign-in.js';
import { MakeSignInCode } from './sign-in/make-sign-in-code.js';
import { RequestCuratorSignIn } from './sign-in/request-curator-sign-in.js';
import { SignInCodes } from './sign-in/sign-in-codes.js';
import { OnTakeoverClosed } from './takeovers/on-takeover-closed.js';
import { OnTakeoverOpened } from './takeovers/on-takeover-opened.js';
import { OnTakeoverScheduled } from './takeovers/on-takeover-scheduled.js';

const answered = serve(operations.recruitment, {
  'open-call': OpenCall,
  'export-records': ExportRecords,
  'view-call': ViewCall,
  apply: Apply,
  'list-applications': ListApplications,
  'accept-application': AcceptApplication,
  'view-application': ViewApplication,
  'decline-application': DeclineApplication,
  'put-off-application': PutOffApplication,
  'take-back-decision': TakeBackDecision,
  'note-on-application': NoteOnApplication,
  'remove-application-note': RemoveApplicationNote,
  'publish-agreement': PublishAgreement,
  'view-agreement': ViewAgreement,
  'accept-agreement': AcceptAgreement,
  'view-me': ViewMe,
  'reveal-identity': RevealIdentity,
  'list-vault-openings': ListVaultOpenings,
  'view-my-data': ViewMyData,
  'download-my-data': DownloadMyData,
  'correct-my-data': CorrectMyData,
  'confirm-my-address': ConfirmMyAddress,
  leave: Leave,
  'erase-person': EraseOnRequest,
  'view-consents': ViewConsents,
  'give-consent': GiveConsent,
  'withdraw-consent': WithdrawConsent,
  'request-curator-sign-in': RequestCuratorSignIn,
  'confirm-curator-sign-in': ConfirmCuratorSignIn,
});
const heard = consume('recruitment', events, {
  'charity.registered.v1': OnCharityRegistered,
  'charity.erased.v1': OnCharityErased,
  'takeover.scheduled.v1': OnTakeoverScheduled,
  'takeover.opened.v1': OnTakeoverOpened,
  'takeover.closed.v1': OnTakeoverClosed,
  'survey.opened.v1': OnSurveyOpened,
  'retention.set.v1': OnRetentionSet,
});

@Module({})
class RecruitmentModule {}

/** From a call to a ready curator, and the identity vault. */
export function recruitment(config: RecruitmentConfig): DynamicModule {
  return {
    module: RecruitmentModule,
    imports: [ServiceModule.of({ name: 'recruitment', config })],
    controllers: [...answered.controllers, ...heard.controllers],
    providers: [
      ...answered.providers,
      ...heard.providers,
      PresentApplication,
      ApplicationNotes,
      IdentityVault,
      Addresses,
      TellFingerprints,
      RenewFingerprints,
      { provide: FINGERPRINT_KEY, useValue: config.BATON_FINGERPRINT_KEY },
      SignInCodes,
      MakeSignInCode,
      QueueMail,
      FindAddressee,
      WriteQueuedMail,
      SendQueuedMail,
      {
        provide: Mailer,
        useValue: new Mailer({
          smtpUrl: config.SMTP_URL,
          ...(config.MAIL_FROM ? { from: config.MAIL_FROM } : {}),
        }),
      },
      AddressChanges,
      ErasePerson,
      CarryOutRetention,
      ErasureLedger,
      ReplayErasures,
      { provide: ERASURE_LEDGER, useValue: config.BATON_ERASURE_LEDGER },
      // Made before the service answers anybody: nobody whom a restore brought back is there when it does.
      {
        provide: 'erasures replayed',
        useFactory: (erasures: ReplayErasures) => erasures.replay(),
        inject: [ReplayErasures],
      },
      { provide: PUBLIC_ORIGIN, useValue: config.PUBLIC_ORIGIN },
    ],
  };
}
