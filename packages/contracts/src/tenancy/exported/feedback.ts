import { curatorId, type ExportedFile } from './exported-file.js';

export const ofFeedback = {
  surveys: {
    about: 'Surveys, and the scores of those that were sent off.',
    fields: {
      surveyId: 'the survey',
      takeoverId: 'the takeover; none where it was asked before one',
      curatorId,
      wave: 'when in the curator’s part it was asked',
      openedAt: 'when it was opened',
      closesAt: 'until when it takes answers',
      answeredAt: 'when it was sent off',
      questionsVersion: 'which version of your own questions it asks',
      companionship: 'UCLA: lacks companionship',
      leftOut: 'UCLA: feels left out',
      isolated: 'UCLA: feels isolated',
      direct: 'ONS: feels lonely',
      experience: 'how it was, 1 to 5',
    },
  },
  'survey-answers': {
    about:
      'What was answered, question by question. Words are empty where their author’s key has been shredded.',
    fields: {
      surveyId: 'the survey',
      curatorId,
      question: 'which question; those of your own begin with own-',
      answer: 'the answer: a choice, or in their own words',
      mayQuote: 'whether its author lets you quote it',
      savedAt: 'when it was answered',
    },
  },
  'survey-questions': {
    about: 'Every version of your own questions in surveys.',
    fields: {
      wave: 'in which surveys',
      version: 'which version',
      setAt: 'since when',
      questions: 'the questions',
    },
  },
  'takeover-counts': {
    about: 'What went out in each takeover, counted.',
    fields: {
      takeoverId: 'the takeover',
      published: 'posts that went out',
      replies: 'replies among them',
      pictures: 'pictures among them',
      held: 'posts that were held',
    },
  },
} as const satisfies Record<string, ExportedFile>;
