import {
  answerWords,
  DirectAnswer,
  directQuestion,
  type Language,
  type OwnSurveyQuestion,
  type SurveyQuestion,
  type SurveyWave,
  scaleSources,
  UclaAnswer,
  uclaQuestions,
} from '@baton/contracts';

const choices = (keys: readonly (keyof typeof answerWords)[]) =>
  keys.map((key) => ({ key, words: answerWords[key] }));

/** Word for word, and in English alone: a translation that nobody has validated would measure something else. */
const validated: readonly SurveyQuestion[] = [
  ...Object.entries(uclaQuestions).map(([key, words]) => ({
    ...{ key, words, language: 'en' as const, kind: 'choice' as const, mayBeQuoted: false },
    ...{ source: scaleSources.ucla, answers: choices(UclaAnswer.options) },
  })),
  {
    ...{ key: 'direct', words: directQuestion, language: 'en', kind: 'choice', mayBeQuoted: false },
    ...{ source: scaleSources.direct, answers: choices(DirectAnswer.options) },
  },
];

const experience: Record<Language, { readonly words: string; readonly steps: readonly string[] }> = {
  en: {
    words: 'Taking over was a good experience for me.',
    steps: ['Not at all', 'A little', 'Partly', 'Mostly', 'Very much'],
  },
  cy: {
    words: 'Roedd gofalu am y cyfrif yn brofiad da i mi.',
    steps: ['Ddim o gwbl', 'Ychydig', 'Yn rhannol', 'Gan mwyaf', 'Yn fawr iawn'],
  },
};

const inOwnWords: Record<SurveyWave, Record<Language, string>> = {
  before: { en: 'What do you hope for?', cy: 'Beth ydych chi’n gobeithio amdano?' },
  after: { en: 'What was it like?', cy: 'Sut brofiad oedd e?' },
  fourWeeks: {
    en: 'Looking back, what has stayed with you?',
    cy: 'Wrth edrych yn ôl, beth sydd wedi aros gyda chi?',
  },
};

/** Everything a survey asks, in order: the validated questions first, so that nothing before them colours the answers. */
export const questionsOf = (
  wave: SurveyWave,
  own: readonly OwnSurveyQuestion[],
  language: Language,
): SurveyQuestion[] => [
  ...askedAlways(wave, language),
  ...own.map((question) => ownQuestion(question, language)),
];

/** What is asked whatever a charity asks besides. */
export const askedAlways = (wave: SurveyWave, language: Language): SurveyQuestion[] => [
  ...validated,
  ...(wave === 'before' ? [] : [experienceIn(language)]),
  textQuestion('words', inOwnWords[wave][language], language),
];

const experienceIn = (language: Language): SurveyQuestion => ({
  ...{ key: 'experience', words: experience[language].words, language, kind: 'choice' },
  ...{ source: null, mayBeQuoted: false },
  answers: experience[language].steps.map((words, at) => ({ key: String(at + 1), words })),
});

const textQuestion = (key: string, words: string, language: Language): SurveyQuestion => ({
  ...{ key, words, language, kind: 'text', source: null, answers: [], mayBeQuoted: true },
});

/** In whatever language the charity wrote it; said to be the reader’s, as nobody has told which it is. */
function ownQuestion(question: OwnSurveyQuestion, language: Language): SurveyQuestion {
  const key = `own-${question.key}`;
  if (question.kind === 'text') return textQuestion(key, question.words, language);
  const answers = question.kind === 'choice' ? question.options : stepsOf(question);
  const { kind, words } = question;
  return { key, words, language, kind, source: null, answers: [...answers], mayBeQuoted: false };
}

const stepsOf = ({ steps, lowest, highest }: Extract<OwnSurveyQuestion, { kind: 'scale' }>) =>
  Array.from({ length: steps }, (_, at) => {
    const end = at === 0 ? lowest : at === steps - 1 ? highest : undefined;
    return { key: String(at + 1), words: end ? `${at + 1}: ${end}` : String(at + 1) };
  });
