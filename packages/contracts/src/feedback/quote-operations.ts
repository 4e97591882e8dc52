import { z } from 'zod';
import { curator, service, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, SurveyId, TakeoverId } from '../define/ids.js';
import { QuestionKey } from './survey-questions.js';

const oneAnswer = { charityId: CharityId, surveyId: SurveyId, key: QuestionKey };

export const listQuotes = defineOperation({
  name: 'list-quotes',
  owner: 'feedback',
  summary:
    'What a curator wrote about a takeover that they let the charity quote and somebody of the team has looked at and shown. For the gateway’s page of that takeover, once it knows that the page is public. Gone the moment its author takes it back.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/quotes',
  access: [service('api-gateway')],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: z.object({ quotes: z.array(z.object({ question: z.string(), words: z.string() })) }),
  refusals: {},
});

export const showQuote = defineOperation({
  name: 'show-quote',
  owner: 'feedback',
  summary:
    'Shows words of a survey on the public page of their takeover, or takes them from there. Whoever shows them has read them: nothing in them tells who wrote them. It is noted in the audit.',
  method: 'PUT',
  path: '/charities/{charityId}/surveys/{surveyId}/quotes/{key}',
  access: [staff('manager')],
  input: z.object({ ...oneAnswer, shown: z.boolean() }),
  output: z.object({ shown: z.boolean() }),
  refusals: {
    notQuotable: {
      status: 409,
      message:
        'This cannot be shown. Its author does not let you quote it, or something in it may tell who somebody is. Please leave it out.',
    },
  },
});

export const setMayQuote = defineOperation({
  name: 'set-may-quote',
  owner: 'feedback',
  summary:
    'A curator says yes or no to being quoted with one answer of theirs, also after it was sent off. A no takes it from every page at once; after a new yes the team looks anew before it is shown.',
  method: 'PUT',
  path: '/charities/{charityId}/me/surveys/{surveyId}/may-quote/{key}',
  access: [curator],
  input: z.object({ ...oneAnswer, mayQuote: z.boolean() }),
  output: z.object({ mayQuote: z.boolean() }),
  refusals: {
    notYourWords: {
      status: 422,
      message: 'Only what you wrote in your own words can be quoted. There is nothing to decide here.',
    },
  },
});
