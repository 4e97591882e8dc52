import { curatorId, type ExportedFile } from './exported-file.js';

const pulse = {
  'pulse-answers': {
    about:
      'What followers answered about a weekend. Nothing says whose an answer is. Of answers that do not count, only words of a crisis are kept.',
    fields: {
      answerId: 'the answer',
      takeoverId: 'the takeover',
      lessAlone: '“Did this weekend make you feel less alone?”',
      learned: '“Did you learn something?”',
      counted: 'false where too many came from one place',
      answeredAt: 'when',
      words: 'in their own words; empty where they have been erased',
      mayBeShown: 'whether the words may stand in the report of the takeover',
    },
  },
} as const satisfies Record<string, ExportedFile>;

const engagement = {
  'post-engagement': {
    about: 'What X said of posts a day, three days and a week after they went out.',
    fields: {
      postId: 'the post',
      takeoverId: 'the takeover',
      mark: 'how long after it went out',
      likes: 'likes',
      replies: 'replies',
      reposts: 'reposts',
      quotes: 'posts that quoted it',
      impressions: 'how often it was shown',
      measuredAt: 'when X was asked',
    },
  },
  'follower-counts': {
    about: 'How many followed the account.',
    fields: {
      takeoverId: 'the takeover',
      moment: 'when it opened, when it closed, a week later',
      followers: 'followers',
      countedAt: 'when X was asked',
    },
  },
} as const satisfies Record<string, ExportedFile>;

/** What reports are made of. */
const ofReports = {
  weekends: {
    about: 'Takeovers as reports know them.',
    fields: {
      takeoverId: 'the takeover',
      curatorId,
      penName: 'the name its curator goes by',
      identityLevel: 'how much of themselves they show',
      agreementVersion: 'which version of the curating agreement held',
      opensAt: 'when its window was to open',
      closesAt: 'when its window was to close',
      openedAt: 'when it opened',
      closedAt: 'when it closed',
      neverOpened: 'whether nobody ever had the account',
      because: 'why it closed',
      givenBackAt: 'when the account was given back early',
    },
  },
  holds: {
    about: 'Posts that waited for a person, once for each time.',
    fields: {
      postId: 'the post',
      revision: 'which of its states that was',
      takeoverId: 'the takeover',
      checks: 'the checks that remarked on it',
      heldAt: 'since when it waited',
      decidedAt: 'when somebody decided',
      verdict: 'what they decided',
      decidedBy: 'who, by role and pseudonym',
    },
  },
  incidents: {
    about: 'What happened that trustees should know of: never in words.',
    fields: {
      incidentId: 'the incident',
      kind: 'what it was',
      at: 'when',
      takeoverId: 'the takeover, where it was in one',
      proof: 'of the kill switch: the number of its proof',
    },
  },
  'weekend-notes': {
    about: 'What managers noted on weekends, where it is meant for the report.',
    fields: {
      takeoverId: 'the takeover',
      version: 'how often they were changed',
      changedAt: 'when they were changed last',
      text: 'the notes',
    },
  },
  'curator-agreements': {
    about: 'Which version of the curating agreement was accepted by whom, and when.',
    fields: {
      curatorId,
      agreementVersion: 'the version',
      agreedAt: 'since when; empty where that was not kept yet',
      identityLevel: 'how much of themselves they showed from then on',
    },
  },
  'curators-gone': { about: 'Who has left: no name comes back.', fields: { curatorId } },
} as const satisfies Record<string, ExportedFile>;

export const ofFeedback = {
  ...pulse,
  ...engagement,
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
      shown: 'whether you show it on the public page of the takeover',
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
  ...ofReports,
} as const satisfies Record<string, ExportedFile>;
