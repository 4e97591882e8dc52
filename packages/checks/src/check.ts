import type { CheckRules, Finding, Severity } from '@baton/contracts';
import type { CountryCode } from 'libphonenumber-js';
import type { OwnIdentity } from './own-identity/own-identity.js';
import type { Words } from './reading/words.js';

export interface PictureToCheck {
  /** Empty: it has no description. */
  readonly altText: string;
  /** The team was asked to describe it and has not yet. */
  readonly waitsForTeam: boolean;
  /** A GIF, which X takes alone. */
  readonly isMoving: boolean;
}

/** What the checks look at. Nothing here is kept. */
export interface DraftToCheck {
  readonly text: string;
  readonly pictures: readonly PictureToCheck[];
  /** The options of its poll; none where it has no poll. */
  readonly poll: readonly string[];
}

export interface CheckSettings {
  /** What becomes of what each check finds, and the charity's own list of words. */
  readonly policy: CheckRules & { readonly wordsToWatch: readonly string[] };
  /** Where the charity's people most likely live: how they write phone numbers and addresses. */
  readonly country: CountryCode | undefined;
  /** Whose words they are, where somebody could out themself: not the charity, and not whoever writes for them. */
  readonly self?: OwnIdentity | undefined;
}

/** What a check noticed. What becomes of it is for the charity's policy to say. */
export interface Observation {
  /** UTF-16 offsets into the words that were looked at; null where it is not about a place in them. */
  readonly span: Finding['span'];
  readonly severity: Severity;
  /** What was noticed and why it matters, never repeating what the person wrote. */
  readonly explanation: string;
  /** What they can do about it. */
  readonly suggestion: string;
  readonly picture?: number;
  /** What becomes of it whatever the policy says. */
  readonly always?: Finding['verdict'];
}

/** What a trustee reads about a check, in docs/policy.md. */
export interface CheckCard {
  /** As in "Checked: contact details." */
  readonly name: string;
  readonly looksFor: string;
  /** What it is known not to see, or sees wrongly. */
  readonly misses: string;
}

/** A named, pure look at one piece of somebody's words: the text, a description, an option of a poll. */
export interface CheckOfWords {
  readonly card: CheckCard;
  readonly ofWords: (words: Words, settings: CheckSettings) => readonly Observation[];
}

/** A named, pure look at a post as a whole. */
export interface CheckOfDraft {
  readonly card: CheckCard;
  readonly ofDraft: (draft: DraftToCheck, settings: CheckSettings) => readonly Observation[];
}
