import type { apply, InputOf, Language } from '@baton/contracts';
import type { Answers } from './decide-answers.js';

export type Form = InputOf<typeof apply>;

/** A form in which everything is right: what is kept of it. */
export interface SoundForm
  extends Pick<
    Form,
    | 'applicationId'
    | 'callId'
    | 'penName'
    | 'identityLevel'
    | 'person'
    | 'about'
    | 'consentHash'
    | 'nomination'
    | 'openMails'
  > {
  readonly version: number;
  readonly language: Language;
  readonly answers: Answers;
  /** What was agreed to, word for word. */
  readonly consentText: string;
}
