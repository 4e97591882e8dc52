import { z } from 'zod';

/**
 * Identifiers are UUIDs with a brand, so that a slot's id cannot be passed where a post's is meant.
 * Commands carry ids made by the client: sending the same command twice is then harmless.
 */
const idOf = <Brand extends string>(brand: Brand) => z.uuid(`must be a UUID (${brand})`).brand<Brand>();

export const CharityId = idOf('CharityId');
export const MemberId = idOf('MemberId');
/** A person who signs in as staff or operator; belongs to any number of charities, as a member of each. */
export const PersonId = idOf('PersonId');
/** One signing-in on one device, of a person or a curator. */
export const SessionId = idOf('SessionId');
export const PasskeyId = idOf('PasskeyId');
/** A device a person has said to know again. */
export const DeviceId = idOf('DeviceId');
/** An API key of a charity's own integration. */
export const KeyId = idOf('KeyId');
export const InvitationId = idOf('InvitationId');
export const CuratorId = idOf('CuratorId');
export const CallId = idOf('CallId');
export const ApplicationId = idOf('ApplicationId');
/** A form that somebody has not finished, and means to come back to. */
export const SavedFormId = idOf('SavedFormId');
export const RotaId = idOf('RotaId');
/** A time without takeovers. */
export const HiatusId = idOf('HiatusId');
export const SlotId = idOf('SlotId');
export const TakeoverId = idOf('TakeoverId');
/** A slot that is offered to one person. */
export const OfferId = idOf('OfferId');
/** Two people who would rather have each other’s slot. */
export const SwapId = idOf('SwapId');
export const AccountId = idOf('AccountId');
export const PostId = idOf('PostId');
export const DraftId = idOf('DraftId');
export const MediaId = idOf('MediaId');
export const MentionId = idOf('MentionId');
/** Somebody’s words sounded like a crisis, and a person sees to it. */
export const FollowUpId = idOf('FollowUpId');
/** What the team says among itself about a post. */
export const PostNoteId = idOf('PostNoteId');
/** What the team says among itself about an application. */
export const ApplicationNoteId = idOf('ApplicationNoteId');
/** A page of a charity's advice pack, and a picture on one. */
export const AdvicePageId = idOf('AdvicePageId');
export const AdvicePictureId = idOf('AdvicePictureId');
/** Two curators of whom one is there for the other. */
export const BuddyPairId = idOf('BuddyPairId');
export const BuddyMessageId = idOf('BuddyMessageId');
/** A question of the team to an applicant, or an answer. */
export const MessageId = idOf('MessageId');
/** One mailing of a letter to somebody of the team, to see how it looks. */
export const TestLetterId = idOf('TestLetterId');
/** Somebody was suggested as a curator. */
export const NominationId = idOf('NominationId');
export const SurveyId = idOf('SurveyId');
/** What one device of a follower answered about one weekend. */
export const PulseAnswerId = idOf('PulseAnswerId');
/** An archive of everything a charity holds. */
export const ExportId = idOf('ExportId');
/** Somebody of the team is on call from one moment to another. */
export const ShiftId = idOf('ShiftId');
/** A secret link that calendars subscribe to. */
export const CalendarLinkId = idOf('CalendarLinkId');
/** The team was called: something waits for a person. */
export const AlertId = idOf('AlertId');
export const EventId = idOf('EventId');

export type CharityId = z.infer<typeof CharityId>;
export type MemberId = z.infer<typeof MemberId>;
export type PersonId = z.infer<typeof PersonId>;
export type SessionId = z.infer<typeof SessionId>;
export type PasskeyId = z.infer<typeof PasskeyId>;
export type DeviceId = z.infer<typeof DeviceId>;
export type KeyId = z.infer<typeof KeyId>;
export type InvitationId = z.infer<typeof InvitationId>;
export type CuratorId = z.infer<typeof CuratorId>;
export type CallId = z.infer<typeof CallId>;
export type ApplicationId = z.infer<typeof ApplicationId>;
export type SavedFormId = z.infer<typeof SavedFormId>;
export type RotaId = z.infer<typeof RotaId>;
export type HiatusId = z.infer<typeof HiatusId>;
export type SlotId = z.infer<typeof SlotId>;
export type TakeoverId = z.infer<typeof TakeoverId>;
export type OfferId = z.infer<typeof OfferId>;
export type SwapId = z.infer<typeof SwapId>;
export type AccountId = z.infer<typeof AccountId>;
export type PostId = z.infer<typeof PostId>;
export type DraftId = z.infer<typeof DraftId>;
export type MediaId = z.infer<typeof MediaId>;
export type MentionId = z.infer<typeof MentionId>;
export type FollowUpId = z.infer<typeof FollowUpId>;
export type PostNoteId = z.infer<typeof PostNoteId>;
export type ApplicationNoteId = z.infer<typeof ApplicationNoteId>;
export type AdvicePageId = z.infer<typeof AdvicePageId>;
export type AdvicePictureId = z.infer<typeof AdvicePictureId>;
export type BuddyPairId = z.infer<typeof BuddyPairId>;
export type BuddyMessageId = z.infer<typeof BuddyMessageId>;
export type MessageId = z.infer<typeof MessageId>;
export type TestLetterId = z.infer<typeof TestLetterId>;
export type NominationId = z.infer<typeof NominationId>;
export type SurveyId = z.infer<typeof SurveyId>;
export type PulseAnswerId = z.infer<typeof PulseAnswerId>;
export type ExportId = z.infer<typeof ExportId>;
export type CalendarLinkId = z.infer<typeof CalendarLinkId>;
export type ShiftId = z.infer<typeof ShiftId>;
export type AlertId = z.infer<typeof AlertId>;
export type EventId = z.infer<typeof EventId>;

/** An instant: ISO 8601 in UTC with milliseconds, as `Date.toISOString` writes it. */
export const Instant = z.iso.datetime({
  precision: 3,
  message: 'must be an instant such as 2026-11-27T17:30:00.000Z',
});
export type Instant = z.infer<typeof Instant>;
