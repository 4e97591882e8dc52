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
});
export type RecruitmentConfig = z.output<typeof recruitmentConfig>;

/** The token under which the address people reach us at is provided. */
export const PUBLIC_ORIGIN = Symbol('public origin');

/** The token under which the key to fingerprints is provided. */
export const FINGERPRINT_KEY = Symbol('fingerprint key');
