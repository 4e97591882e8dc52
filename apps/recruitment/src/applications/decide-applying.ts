import { type CallContent, type CallState, type Refusal, refuse } from '@baton/contracts';
import { inLanguage, languageOf } from '../calls/in-language.js';
import { sha256 } from '../calls/sha256.js';
import { decideAnswers } from './decide-answers.js';
import type { Form, SoundForm } from './sound-form.js';

type Code = 'tooYoung' | 'callNotYet' | 'callFull' | 'callClosed' | 'consentChanged' | 'badInput';
type Decided = { readonly ok: true; readonly form: SoundForm } | Refusal<Code>;

interface Asked {
  readonly state: CallState;
  /** The version that was answered, and what it asks. */
  readonly version: number;
  readonly content: CallContent;
  /** What the call says now. */
  readonly newest: CallContent;
}

/** Questions may be those of an earlier version; a consent is only ever given to the words in force. */
export function decideApplying(form: Form, { state, version, content, newest }: Asked): Decided {
  if (!form.ofAge) return refuse('tooYoung', { message: tooYoung(content.minimumAge) });
  if (state === 'notYet') return refuse('callNotYet');
  if (state === 'closed') return refuse('callClosed');
  if (state === 'full') return refuse('callFull');
  const { consentText } = inLanguage(newest, form.language);
  if (sha256(consentText) !== form.consentHash) return refuse('consentChanged');
  const language = languageOf(newest, form.language);
  const decided = decideAnswers(content.questions, form.answers, language);
  if (!decided.ok) return refuse('badInput', { details: decided.problems });
  const { applicationId, callId, penName, identityLevel, person, about, consentHash, ...more } = form;
  const { nomination, openMails } = more;
  const kept = { applicationId, callId, penName, identityLevel, person, about, consentHash };
  const wishes = { nomination, openMails };
  return { ok: true, form: { ...kept, ...wishes, version, language, answers: decided.answers, consentText } };
}

const tooYoung = (age: number): string =>
  `You need to be ${age} or older for this. Thank you for wanting to. Nothing you typed was kept.`;
