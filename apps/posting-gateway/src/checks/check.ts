import type { Finding, Policy } from '@baton/contracts';
import type { CountryCode } from 'libphonenumber-js';

export interface PictureToCheck {
  /** Empty: it has no description. */
  readonly altText: string;
  /** The team was asked to describe it and has not yet. */
  readonly waitsForTeam: boolean;
  /** A GIF, which X takes alone. */
  readonly isMoving: boolean;
}

/** What a check looks at. Nothing here is kept. */
export interface DraftToCheck {
  readonly text: string;
  readonly pictures: readonly PictureToCheck[];
  /** The options of its poll; none where it has no poll. */
  readonly poll: readonly string[];
}

/** What the charity's policy says, and the country its people most likely write phone numbers of. */
export interface CheckSettings {
  readonly policy: Pick<Policy, 'contactDetails' | 'altText'>;
  readonly country: CountryCode | undefined;
}

/** A named, pure look at a draft. Its words must never repeat what the person wrote. */
export type Check = (draft: DraftToCheck, settings: CheckSettings) => Finding[];
