import { inboxMigration, outboxMigration } from '@baton/messaging';
import { dataKeyMigration, type Migration } from '@baton/persistence';
import { Archive1764600300000 } from './archive.js';
import { Arrival1764000072000 } from './arrival.js';
import { AskedDeletions1764000043400 } from './asked-deletions.js';
import { CharitysOwnPosts1764000045000 } from './charitys-own-posts.js';
import { ConnectedAccount1700000020001 } from './connected-account.js';
import { ConnectionHealth1764000030001 } from './connection-health.js';
import { ConsentAndDeleting1764000030003 } from './consent-and-deleting.js';
import { Conversations1764000063000 } from './conversations.js';
import { Costs1764000043000 } from './costs.js';
import { DistressingLooks1764000062000 } from './distressing-looks.js';
import { Drafts1764000046000 } from './drafts.js';
import { EditingAndResuming1764000040060 } from './editing-and-resuming.js';
import { EverythingAPostCanBe1764000040000 } from './everything-a-post-can-be.js';
import { FollowUps1764000052000 } from './follow-ups.js';
import { GoneAndReported1764000076000 } from './gone-and-reported.js';
import { GoneMessages1764000072300 } from './gone-messages.js';
import { HeldPosts1764000061000 } from './held-posts.js';
import { HiddenOnX1764000070300 } from './hidden-on-x.js';
import { Inbox1700000020003 } from './inbox.js';
import { LooksAtMessages1764000070100 } from './looks-at-messages.js';
import { LooksKnowTheirWindow1764000170300 } from './looks-know-their-window.js';
import { Measuring1764600202000 } from './measuring.js';
import { Media1700000020002 } from './media.js';
import { Muting1764000067000 } from './muting.js';
import { OwnIdentity1764000056000 } from './own-identity.js';
import { PicturesDescribed1764000042000 } from './pictures-described.js';
import { PicturesTellNames1764600320000 } from './pictures-tell-names.js';
import { PostingPolicy1700000020000 } from './policy.js';
import { PostTransitions1764000040061 } from './post-transitions.js';
import { PostsAndLanes1700000010001 } from './posts-and-lanes.js';
import { PreFlight1764000100300 } from './pre-flight.js';
import { RefusedDeletions1764000030005 } from './refused-deletions.js';
import { Rehearsals1764000078000 } from './rehearsals.js';
import { Reporting1764000070200 } from './reporting.js';
import { Resting1764000040010 } from './resting.js';
import { Retention1764000030004 } from './retention.js';
import { SetAside1764000058000 } from './set-aside.js';
import { ShieldWishes1764000070400 } from './shield-wishes.js';
import { Signposting1764000030002 } from './signposting.js';
import { SoftLimit1764000050220 } from './soft-limit.js';
import { Standing1764000030000 } from './standing.js';
import { Storms1764000072100 } from './storms.js';
import { SwitchProofs1764000051000 } from './switch-proofs.js';
import { TakeoversAndSwitch1700000010000 } from './takeovers-and-switch.js';
import { TeamWaits1764000070500 } from './team-waits.js';
import { TextPrints1764000072200 } from './text-prints.js';
import { Unreached1764000050200 } from './unreached.js';
import { UnsureAttempts1764000050210 } from './unsure-attempts.js';
import { WhoSaidNo1764000070000 } from './who-said-no.js';
import { XLimits1764000040400 } from './x-limits.js';

export const migrations: readonly Migration[] = [
  dataKeyMigration,
  outboxMigration,
  inboxMigration,
  TakeoversAndSwitch1700000010000,
  PostsAndLanes1700000010001,
  PostingPolicy1700000020000,
  ConnectedAccount1700000020001,
  Media1700000020002,
  Inbox1700000020003,
  Standing1764000030000,
  ConnectionHealth1764000030001,
  Signposting1764000030002,
  ConsentAndDeleting1764000030003,
  Retention1764000030004,
  RefusedDeletions1764000030005,
  EverythingAPostCanBe1764000040000,
  PicturesDescribed1764000042000,
  XLimits1764000040400,
  EditingAndResuming1764000040060,
  Resting1764000040010,
  PostTransitions1764000040061,
  AskedDeletions1764000043400,
  Drafts1764000046000,
  Costs1764000043000,
  CharitysOwnPosts1764000045000,
  Unreached1764000050200,
  UnsureAttempts1764000050210,
  SoftLimit1764000050220,
  SwitchProofs1764000051000,
  OwnIdentity1764000056000,
  FollowUps1764000052000,
  HeldPosts1764000061000,
  SetAside1764000058000,
  DistressingLooks1764000062000,
  Conversations1764000063000,
  WhoSaidNo1764000070000,
  Muting1764000067000,
  LooksAtMessages1764000070100,
  Reporting1764000070200,
  HiddenOnX1764000070300,
  ShieldWishes1764000070400,
  TeamWaits1764000070500,
  Arrival1764000072000,
  Storms1764000072100,
  TextPrints1764000072200,
  GoneMessages1764000072300,
  GoneAndReported1764000076000,
  Rehearsals1764000078000,
  PreFlight1764000100300,
  LooksKnowTheirWindow1764000170300,
  Measuring1764600202000,
  Archive1764600300000,
  PicturesTellNames1764600320000,
];
