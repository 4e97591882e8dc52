import { allOperations, events, operations } from '@baton/contracts';
import { Mailer } from '@baton/mail';
import { consume, serve } from '@baton/messaging';
import { ServiceModule } from '@baton/service-kit';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, Reflector } from '@nestjs/core';
import { AuditPages } from './audit/audit-pages.controller.js';
import { DigestReaders } from './audit/digest-readers.js';
import { ExportAudit } from './audit/export-audit.js';
import { ListAudit, ListPlatformAudit } from './audit/list-audit.js';
import { OnAudited } from './audit/on-audited.js';
import { PublishDigests } from './audit/publish-digests.js';
import { SetAuditMailing, ViewAuditMailing } from './audit/set-audit-mailing.js';
import { VerifyAudit } from './audit/verify-audit.js';
import { ViewAuditDigests } from './audit/view-audit-digests.js';
import { Brands } from './brand/brands.js';
import { CharityDirectory } from './charities/charity-directory.js';
import { ListCharities } from './charities/list-charities.js';
import { RegisterCharity } from './charities/register-charity.js';
import { ViewCharity } from './charities/view-charity.js';
import {
  comingAboardAnswers,
  comingAboardPages,
  comingAboardProviders,
} from './coming-aboard/coming-aboard.parts.js';
import { type GatewayConfig, PUBLIC_ORIGIN, TRUST_PROXY, X_BELL_SECRET } from './config.js';
import { AccessGuard } from './door/access.guard.js';
import { AnyoneLimitGuard } from './door/anyone-limit.guard.js';
import { EverythingGoneWrong } from './door/everything-gone-wrong.filter.js';
import { routesFor } from './door/routes-from-contracts.js';
import { WhoIsCalling } from './door/who-is-calling.js';
import { exportAnswers, exportProviders } from './export/export.parts.js';
import { ExportFile } from './export/export-file.controller.js';
import { ApiKeys } from './keys/api-keys.js';
import { ListKeys } from './keys/list-keys.js';
import { MakeKey } from './keys/make-key.js';
import { RevokeKey } from './keys/revoke-key.js';
import { leavingAnswers, leavingProviders } from './leaving/leaving.parts.js';
import { SendTestLetter } from './letters/send-test-letter.js';
import { QueueLetter } from './mail-queue/queue-letter.js';
import { SendQueuedMail } from './mail-queue/send-queued-mail.js';
import { AcceptInvitation } from './members/accept-invitation.js';
import { AddMember } from './members/add-member.js';
import { ChangeRole } from './members/change-role.js';
import { Invitations } from './members/invitations.js';
import { InviteMember } from './members/invite-member.js';
import { ListInvitations } from './members/list-invitations.js';
import { ListMembers } from './members/list-members.js';
import { MailInvitation } from './members/mail-invitation.js';
import { RemoveMember } from './members/remove-member.js';
import { ResendInvitation } from './members/resend-invitation.js';
import { RevealMemberAddress } from './members/reveal-member-address.js';
import { ViewInvitation } from './members/view-invitation.js';
import { WithdrawInvitation } from './members/withdraw-invitation.js';
import { onCallAnswers, onCallConsumers, onCallProviders } from './on-call/on-call.parts.js';
import { archivePageProviders, archivePages } from './pages/archive/archive.parts.js';
import { CalendarFiles } from './pages/calendar-files.controller.js';
import { ConsolePages } from './pages/console-pages.controller.js';
import { curatorPages } from './pages/curator-pages.parts.js';
import { Front } from './pages/front.js';
import { HandOverPracticePicture } from './pages/hand-over-practice-picture.js';
import { InvitationPages } from './pages/invitation-pages.controller.js';
import { NominationPages } from './pages/nominations/nomination.controller.js';
import { OwnApplicationPages } from './pages/own-application.controller.js';
import { PartPages } from './pages/part/part.controller.js';
import { PublicPages } from './pages/public-pages.controller.js';
import { pulsePages } from './pages/pulse/pulse.parts.js';
import { Reference } from './pages/reference.controller.js';
import { RehearsalPages } from './pages/rehearsal-pages.controller.js';
import { surveyPageProviders, surveyPages } from './pages/surveys/surveys.parts.js';
import { takeOverPages, takeOverProviders } from './pages/take-over/take-over.parts.js';
import { teamPageProviders, teamPages } from './pages/team/team-pages.parts.js';
import { UnsubscribePages } from './pages/unsubscribe-pages.controller.js';
import { weekendProviders } from './pages/weekends/weekends.parts.js';
import { ForgetOldAddresses } from './people/forget-old-addresses.js';
import { Memberships } from './people/memberships.js';
import { People } from './people/people.js';
import { WriteReport } from './reports/write-report.js';
import { CuratorSessions } from './sessions/curator-sessions.js';
import { OnCuratorLeft } from './sessions/on-curator-left.js';
import { StaffSessions } from './sessions/staff-sessions.js';
import { setUpAnswers, setUpConsumers } from './set-up/set-up.parts.js';
import { SetUpPages } from './set-up/set-up-pages.controller.js';
import { signInAnswers, signInPages, signInProviders } from './sign-in/sign-in.parts.js';
import { OnApplicantsWait } from './team-letters/on-applicants-wait.js';
import { OnCrisisNoticed } from './team-letters/on-crisis-noticed.js';
import { OnFeedbackCrisisNoticed } from './team-letters/on-feedback-crisis-noticed.js';
import { OnMentionReported } from './team-letters/on-mention-reported.js';
import { OnPostHandedUp } from './team-letters/on-post-handed-up.js';
import { OnStormBegan } from './team-letters/on-storm-began.js';
import { OnSwapAwaitsTeam } from './team-letters/on-swap-awaits-team.js';
import { OnTeamIsLate } from './team-letters/on-team-is-late.js';
import { TeamLetters } from './team-letters/team-letters.js';
import { XBell } from './x-bell/x-bell.controller.js';

const answered = serve(operations['api-gateway'], {
  'register-charity': RegisterCharity,
  'view-charity': ViewCharity,
  'list-charities': ListCharities,
  'invite-member': InviteMember,
  'list-invitations': ListInvitations,
  'resend-invitation': ResendInvitation,
  'withdraw-invitation': WithdrawInvitation,
  'view-invitation': ViewInvitation,
  'accept-invitation': AcceptInvitation,
  'list-members': ListMembers,
  'reveal-member-address': RevealMemberAddress,
  'change-role': ChangeRole,
  'remove-member': RemoveMember,
  ...exportAnswers,
  ...leavingAnswers,
  ...comingAboardAnswers,
  ...setUpAnswers,
  ...onCallAnswers,
  'make-key': MakeKey,
  'list-keys': ListKeys,
  'revoke-key': RevokeKey,
  ...signInAnswers,
  'send-test-letter': SendTestLetter,
  'list-audit': ListAudit,
  'list-platform-audit': ListPlatformAudit,
  'verify-audit': VerifyAudit,
  'export-audit': ExportAudit,
  'view-audit-digests': ViewAuditDigests,
  'view-audit-mailing': ViewAuditMailing,
  'set-audit-mailing': SetAuditMailing,
  'write-report': WriteReport,
});
const heard = consume('api-gateway', events, {
  'curator.left.v1': OnCuratorLeft,
  'applicants.wait.v1': OnApplicantsWait,
  'crisis.noticed.v1': OnCrisisNoticed,
  'crisis.noticed.v2': OnCrisisNoticed,
  'feedback.crisis-noticed.v1': OnFeedbackCrisisNoticed,
  'mention.reported.v1': OnMentionReported,
  'storm.began.v1': OnStormBegan,
  'post.handed-up.v1': OnPostHandedUp,
  'team.is-late.v1': OnTeamIsLate,
  ...onCallConsumers,
  'swap.awaits-team.v1': OnSwapAwaitsTeam,
  ...setUpConsumers,
  'tenancy.audited.v1': OnAudited,
  'recruitment.audited.v1': OnAudited,
  'scheduling.audited.v1': OnAudited,
  'posting.audited.v1': OnAudited,
  'feedback.audited.v1': OnAudited,
});

@Module({})
class ApiGatewayModule {}

/** The HTTP door, and behind it charities, teams and sessions. */
export function apiGateway(config: GatewayConfig): DynamicModule {
  return {
    module: ApiGatewayModule,
    imports: [
      ServiceModule.of({ name: 'api-gateway', config, callerPrivateKey: config.BATON_CALLER_PRIVATE_KEY }),
    ],
    controllers: [
      ...answered.controllers,
      ...heard.controllers,
      ...routesFor(allOperations),
      ...signInPages,
      ...comingAboardPages,
      PublicPages,
      ...takeOverPages,
      OwnApplicationPages,
      InvitationPages,
      UnsubscribePages,
      AuditPages,
      SetUpPages,
      ExportFile,
      ConsolePages,
      RehearsalPages,
      NominationPages,
      PartPages,
      CalendarFiles,
      ...curatorPages,
      ...teamPages,
      ...surveyPages,
      ...pulsePages,
      ...archivePages,
      XBell,
      Reference,
    ],
    providers: [
      ...answered.providers,
      ...heard.providers,
      ...comingAboardProviders(config),
      ...exportProviders,
      ...onCallProviders,
      ...leavingProviders(config),
      ...signInProviders(config),
      ...takeOverProviders,
      ...weekendProviders,
      ...teamPageProviders,
      ...surveyPageProviders,
      ...archivePageProviders,
      AddMember,
      ApiKeys,
      Brands,
      ForgetOldAddresses,
      Invitations,
      MailInvitation,
      CharityDirectory,
      DigestReaders,
      PublishDigests,
      Front,
      HandOverPracticePicture,
      SendQueuedMail,
      TeamLetters,
      Memberships,
      People,
      QueueLetter,
      { provide: Mailer, useFactory: () => new Mailer({ smtpUrl: config.SMTP_URL }) },
      { provide: X_BELL_SECRET, useValue: config.X_BELL_SECRET },
      { provide: PUBLIC_ORIGIN, useValue: config.PUBLIC_ORIGIN },
      { provide: TRUST_PROXY, useValue: config.TRUST_PROXY },
      {
        provide: WhoIsCalling,
        inject: [CuratorSessions, StaffSessions, ApiKeys, Memberships],
        useFactory: (
          curators: CuratorSessions,
          staff: StaffSessions,
          keys: ApiKeys,
          memberships: Memberships,
        ) => new WhoIsCalling(curators, staff, keys, memberships, config.BATON_OPERATOR_TOKEN),
      },
      {
        provide: APP_GUARD,
        inject: [Reflector],
        useFactory: (reflector: Reflector) =>
          new AnyoneLimitGuard(reflector, {
            perMinute: config.ANYONE_PER_MINUTE,
            trustProxy: config.TRUST_PROXY,
          }),
      },
      {
        provide: APP_GUARD,
        inject: [Reflector, WhoIsCalling],
        useFactory: (reflector: Reflector, whoIsCalling: WhoIsCalling) =>
          new AccessGuard(reflector, whoIsCalling, {
            publicOrigin: config.PUBLIC_ORIGIN,
            trustProxy: config.TRUST_PROXY,
          }),
      },
      { provide: APP_FILTER, useClass: EverythingGoneWrong },
    ],
  };
}
