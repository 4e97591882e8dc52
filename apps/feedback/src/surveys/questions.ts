import {
  answerWords,
  DirectAnswer,
  directQuestion,
  type OutputOf,
  UclaAnswer,
  uclaQuestions,
  type viewSurvey,
} from '@baton/contracts';

type Question = OutputOf<typeof viewSurvey>['questions'][number];

const choices = (keys: readonly (keyof typeof answerWords)[]) =>
  keys.map((key) => ({ key, words: answerWords[key] }));

/** The survey after a takeover: four validated questions, word for word, and one of our own. */
export const questions: Question[] = [
  ...Object.entries(uclaQuestions).map(([key, words]) => ({
    key,
    words,
    answers: choices(UclaAnswer.options),
  })),
  { key: 'direct', words: directQuestion, answers: choices(DirectAnswer.options) },
  {
    key: 'experience',
    words: 'Taking over was a good experience for me.',
    answers: [
      { key: '1', words: 'Not at all' },
      { key: '2', words: 'A little' },
      { key: '3', words: 'Partly' },
      { key: '4', words: 'Mostly' },
      { key: '5', words: 'Very much' },
    ],
  },
];
