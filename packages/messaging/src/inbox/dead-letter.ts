/**
 * Why a fact was set aside.
 * - `unreadable`: not an envelope, or its data does not parse by its declaration.
 * - `misaddressed`: the envelope's charity or type is not the one its subject names.
 * - `unknownVersion`: a version of a fact this service consumes that its contracts do not know.
 * - `consumerFailed`: the consumer threw every time it was tried.
 * - `undeliverable`: handed out again and again without an answer, as when it brings the process down.
 */
export type DeadLetterReason =
  | 'unreadable'
  | 'misaddressed'
  | 'unknownVersion'
  | 'consumerFailed'
  | 'undeliverable';
