import { allOperations, events, operations } from '@baton/contracts';
import { Mailer } from '@baton/mail';
import { consume, serve } from '@baton/messaging';
import { ServiceModule } from '@baton/service-kit';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, Reflector } from '@nestjs/core';
import { ExportAudit } from './audit/export-audit.js';
import { ListAudit, ListPlatformAudit } from './audit/list-audit.js';
import { OnAudited } from './audit/on-audited.js';
import { PublishDigests } from './audit/publish-digests.js';
import { VerifyAudit } from './audit/verify-audit.js';
import { ViewAuditDigests } from './audit/view-audit-digests.js';
import { CharityDirectory } from './charities/charity-directory.js';
import { ListCharities } from './charities/list-charities.js';
import { RegisterCharity } from './charities/register-charity.js';
import { ViewCharity } from './charities/view-charity.js';
import { type GatewayConfig, PUBLIC_ORIGIN } from './config.js';
import { AccessGuard } from './door/access.guard.js';
import { AnyoneLimitGuard } from './door/anyone-limit.guard.js';
import { EverythingGoneWrong } from './door/everything-gone-wrong.filter.js';
import { routesFor } from './door/routes-from-contracts.js';
import { WhoIsCalling } from './door/who-is-calling.js';
import { QueueLetter } from './mail-queue/queue-letter.js';
import { SendQueuedMail } from './mail-queue/send-queued-mail.js';
import { AddMember } from './members/add-member.js';
import { InviteMember } from './members/invite-member.js';
import { ConsolePages } from './pages/console-pages.controller.js';
import { Front } from './pages/front.js';
import { PublicPages } from './pages/public-pages.controller.js';
import { Reference } from './pages/reference.controller.js';
import { SignInPages } from './pages/sign-in-pages.controller.js';
import { Memberships } from './people/memberships.js';
import { People } from './people/people.js';
import { CloseSession } from './sessions/close-session.js';
import { CuratorSessions } from './sessions/curator-sessions.js';
import { StaffSessions } from './sessions/staff-sessions.js';
import { ViewSession } from './sessions/view-session.js';
import { OpenCuratorSession } from './sign-in/open-curator-session.js';
import { OpenStaffSession } from './sign-in/open-staff-session.js';
import { RequestStaffSignIn } from './sign-in/request-staff-sign-in.js';
import { SignInCodes } from './sign-in/sign-in-codes.js';

const answered = serve(operations['api-gateway'], {
  'register-charity': RegisterCharity,
  'view-charity': ViewCharity,
  'list-charities': ListCharities,
  'invite-member': InviteMember,
  'request-staff-sign-in': RequestStaffSignIn,
  'open-staff-session': OpenStaffSession,
  'open-curator-session': OpenCuratorSession,
  'view-session': ViewSession,
  'close-session': CloseSession,
  'list-audit': ListAudit,
  'list-platform-audit': ListPlatformAudit,
  'verify-audit': VerifyAudit,
  'export-audit': ExportAudit,
  'view-audit-digests': ViewAuditDigests,
});
const heard = consume('api-gateway', events, {
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
    imports: [ServiceModule.of({ name: 'api-gateway', config })],
    controllers: [
      ...answered.controllers,
      ...heard.controllers,
      ...routesFor(allOperations),
      PublicPages,
      SignInPages,
      ConsolePages,
      Reference,
    ],
    providers: [
      ...answered.providers,
      ...heard.providers,
      AddMember,
      CharityDirectory,
      PublishDigests,
      Front,
      SendQueuedMail,
      CuratorSessions,
      Memberships,
      People,
      QueueLetter,
      StaffSessions,
      SignInCodes,
      { provide: Mailer, useFactory: () => new Mailer({ smtpUrl: config.SMTP_URL }) },
      { provide: PUBLIC_ORIGIN, useValue: config.PUBLIC_ORIGIN },
      {
        provide: WhoIsCalling,
        inject: [CuratorSessions, StaffSessions, Memberships],
        useFactory: (curators: CuratorSessions, staff: StaffSessions, memberships: Memberships) =>
          new WhoIsCalling(curators, staff, memberships, config.BATON_OPERATOR_TOKEN),
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
          new AccessGuard(reflector, whoIsCalling, config.PUBLIC_ORIGIN),
      },
      { provide: APP_FILTER, useClass: EverythingGoneWrong },
    ],
  };
}
