import { AnswerNomination } from './answer-nomination.js';
import { AskNominee } from './ask-nominee.js';
import { EndNominations } from './end-nominations.js';
import { ListNominations } from './list-nominations.js';
import { Nominate } from './nominate.js';
import { Nominations } from './nominations.js';
import { PassTheBaton } from './pass-the-baton.js';
import { SayNo } from './say-no.js';
import { ViewNomination } from './view-nomination.js';
import { WhomToAsk } from './whom-to-ask.js';

export const answers = {
  nominate: Nominate,
  'pass-the-baton': PassTheBaton,
  'view-nomination': ViewNomination,
  'answer-nomination': AnswerNomination,
  'list-nominations': ListNominations,
} as const;

export const parts = [Nominations, AskNominee, WhomToAsk, EndNominations, SayNo] as const;
