import type { apply, PublicCall, Question, RequestOf, SavedFields } from '@baton/contracts';
import { filesSent } from '../../door/read-forms.js';

/** What a browser sent, field by field, just as it was typed. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** Anything but texts is left out: nothing else can be typed. */
export function fieldsIn(body: unknown): Fields {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return new Map(
    entries.map(([name, value]) => [
      name,
      [value].flat().filter((one): one is string => typeof one === 'string'),
    ]),
  );
}

export const first = (fields: Fields, name: string): string => fields.get(name)?.[0] ?? '';
export const hasFiles = (fields: Fields): boolean => fields.has(filesSent);
/** The field of a question. */
export const fieldOf = (questionId: string): string => `a.${questionId}`;

/** What belongs to one visit and is made anew for the next one. */
const ofOneVisit = new Set([
  ...['applicationId', 'stamp', 'website', 'press', 'callVersion', 'consentHash', 'agreed'],
  ...['savedForm', 'savedFormId', 'mailLink', filesSent],
]);

/** What is worth keeping of a form that is not finished. */
export const toSave = (fields: Fields): SavedFields =>
  Object.fromEntries(
    [...fields].filter(([name]) => !ofOneVisit.has(name)).map(([name, values]) => [name, [...values]]),
  );

type ApplyRequest = RequestOf<typeof apply>;

/** The form as the operation takes it. What is wrong in it is for the operation to say. */
export function applicationIn(
  fields: Fields,
  { callId, questions }: PublicCall,
  charityId: ApplyRequest['charityId'],
): Record<keyof ApplyRequest, unknown> {
  const given = (name: string) => first(fields, name) || undefined;
  return {
    charityId,
    callId,
    applicationId: first(fields, 'applicationId'),
    callVersion: Number(first(fields, 'callVersion')) || undefined,
    language: given('language'),
    penName: first(fields, 'penName'),
    identityLevel: first(fields, 'identityLevel'),
    person: { name: first(fields, 'name'), email: first(fields, 'email'), phone: given('phone') },
    about: oneLineBreak(first(fields, 'about')),
    ofAge: first(fields, 'ofAge') === 'yes',
    answers: Object.fromEntries(
      questions.flatMap((question) => {
        const answer = answerIn(question, fields.get(fieldOf(question.questionId)) ?? []);
        return answer === undefined ? [] : [[question.questionId, answer]];
      }),
    ),
    consentHash: first(fields, 'consentHash'),
    savedForm: given('savedForm'),
    nomination: given('nomination'),
    openMails: first(fields, 'openMails') === 'yes' || undefined,
    stamp: given('stamp'),
    website: given('website'),
  };
}

function answerIn(question: Question, typed: readonly string[]): unknown {
  const [answer = ''] = typed;
  if (question.kind === 'consent') return answer === 'yes';
  if (question.kind === 'choice' && question.many) return typed.length > 0 ? [...typed] : undefined;
  if (answer === '') return undefined;
  if (question.kind === 'scale') return /^-?\d{1,3}$/.test(answer) ? Number(answer) : answer;
  return question.kind === 'text' ? oneLineBreak(answer) : answer;
}

/** Browsers send two characters for a line break, and count one. */
const oneLineBreak = (text: string): string => text.replaceAll('\r\n', '\n');
