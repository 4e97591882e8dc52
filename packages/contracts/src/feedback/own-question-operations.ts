import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant } from '../define/ids.js';
import { OwnSurveyQuestions } from './own-questions.js';
import { SurveyQuestion, SurveyWave } from './survey-questions.js';

const WaveQuestions = z.object({
  wave: SurveyWave,
  /** 0 where the charity has never asked anything of its own. */
  version: z.int().min(0),
  setAt: Instant.nullable(),
  own: OwnSurveyQuestions,
  /** Asked in every survey of this wave, before the charity's own. Those with a source nobody may reword or leave out. */
  always: z.array(SurveyQuestion),
});

export const viewSurveyQuestions = defineOperation({
  name: 'view-survey-questions',
  owner: 'feedback',
  summary:
    'What curators are asked before, after and four weeks later, the charity’s own questions among it.',
  method: 'GET',
  path: '/charities/{charityId}/survey-questions',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ waves: z.array(WaveQuestions) }),
  refusals: {},
});

export const setSurveyQuestions = defineOperation({
  name: 'set-survey-questions',
  owner: 'feedback',
  summary:
    'Sets the charity’s own questions of one wave, as a new version. Surveys that are open keep the version they were opened with.',
  method: 'PUT',
  path: '/charities/{charityId}/survey-questions/{wave}',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    wave: SurveyWave,
    /** The version that was changed, so that nobody overwrites what a colleague has just set. */
    basedOn: z.int().min(0),
    own: OwnSurveyQuestions,
  }),
  output: WaveQuestions,
  refusals: {
    changedMeanwhile: {
      status: 409,
      message:
        'Somebody of the team has changed these questions meanwhile. Please look at them again, then make your change.',
    },
  },
});
