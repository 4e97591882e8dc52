import { curatorId, type ExportedFile } from './exported-file.js';

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
} as const satisfies Record<string, ExportedFile>;
