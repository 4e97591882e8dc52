import { isDeepStrictEqual } from 'node:util';
import { CallContent, CallSettings, type InputOf, type openCall } from '@baton/contracts';

type Input = InputOf<typeof openCall>;

/** What a call says and asks, out of all that a charity sends about it. */
export const contentIn = (input: Input): CallContent => CallContent.parse(input);
export const settingsIn = (input: Input): CallSettings => CallSettings.parse(input);

/** Word for word, whatever the order of the fields. */
export const isSameContent = (one: CallContent, other: CallContent): boolean =>
  isDeepStrictEqual(CallContent.parse(one), CallContent.parse(other));

export const isSameSetting = (one: CallSettings, other: CallSettings): boolean =>
  isDeepStrictEqual(CallSettings.parse(one), CallSettings.parse(other));

interface Problem {
  readonly field: string;
  readonly problem: string;
}

/** What is wrong with the whole although each field is right. */
export function problemsInCall({ questions, translations, language, opensAt, closesAt }: Input): Problem[] {
  const problems: Problem[] = [];
  const say = (field: string, problem: string) => problems.push({ field, problem });
  if (opensAt !== null && closesAt !== null && opensAt >= closesAt)
    say('closesAt', 'must be after the call opens');
  const asked = new Set(questions.map(({ questionId }) => questionId));
  for (const [code, words] of Object.entries(translations)) {
    if (code === language) say(`translations.${code}`, 'is the main language already');
    for (const questionId of Object.keys(words.questions))
      if (!asked.has(questionId))
        say(`translations.${code}.questions.${questionId}`, 'is no question of this call');
  }
  return problems;
}
