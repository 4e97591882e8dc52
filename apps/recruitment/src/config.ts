import { fingerprintKey, serviceConfig } from '@baton/service-kit';
import { z } from 'zod';

/** What recruitment needs beyond what every service needs. */
export const recruitmentConfig = serviceConfig.extend({
  SMTP_URL: z.url(),
  /** Whom mails come from; shows on locked screens, so it should name no illness. */
  MAIL_FROM: z.string().min(3).optional(),
  /** Where people reach the gateway; mails lead there. */
  PUBLIC_ORIGIN: z.url(),
  /** A file that outlives every restore of the database, shared by all replicas: who has been erased, by pseudonym. */
  BATON_ERASURE_LEDGER: z.string().min(1),
  BATON_FINGERPRINT_KEY: fingerprintKey,
  /**
   * Where mails come in over SMTP: what could not be delivered, complaints and answers (docs/adr/0025). The MX of the domain
   * in MAIL_FROM leads here; 0 takes any free port. Without it nothing comes in, and no mail says where it would come back to.
   */
  MAIL_DOOR_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
});
export type RecruitmentConfig = z.output<typeof recruitmentConfig>;

/** The token under which the address people reach us at is provided. */
export const PUBLIC_ORIGIN = Symbol('public origin');

/** The token under which the key to fingerprints is provided. */
export const FINGERPRINT_KEY = Symbol('fingerprint key');

/** The token under which is provided where mails come in. */
export const MAIL_DOOR = Symbol('mail door');

export interface MailDoorSettings {
  readonly host: string;
  /** Undefined: there is no door. */
  readonly port: number | undefined;
  /** What addresses of ours end in. */
  readonly domain: string;
}
