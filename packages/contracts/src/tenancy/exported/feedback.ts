import { curatorId, type ExportedFile } from './exported-file.js';

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
    about: 'Which version of the curating agreement holds for whom.',
    fields: { curatorId, agreementVersion: 'the version' },
  },
} as const satisfies Record<string, ExportedFile>;

export const ofFeedback = {
  surveys: {
    about: 'Surveys and their answers. Words are empty where their author’s key has been shredded.',
    fields: {
      surveyId: 'the survey',
      takeoverId: 'the takeover',
      curatorId,
      wave: 'when in the curator’s part it was asked',
      openedAt: 'when it was opened',
      answeredAt: 'when it was answered',
      setAside: 'why the curator was spared it',
      companionship: 'UCLA: lacks companionship',
      leftOut: 'UCLA: feels left out',
      isolated: 'UCLA: feels isolated',
      direct: 'ONS: feels lonely',
      experience: 'how it was, 1 to 5',
      words: 'in their own words',
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
