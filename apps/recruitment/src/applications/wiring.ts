import { AcceptApplication } from './accept-application.js';
import { Apply } from './apply.js';
import { DeclineApplication } from './decline-application.js';
import { ListApplications } from './list-applications.js';
import { PresentApplication } from './present-application.js';
import { PutOffApplication } from './put-off-application.js';
import { ReadAnswers } from './read-answers.js';
import { TakeBackDecision } from './take-back-decision.js';
import { TakeIn } from './take-in.js';
import { ViewApplication } from './view-application.js';
import { ViewBoard } from './view-board.js';

export const answers = {
  apply: Apply,
  'list-applications': ListApplications,
  'accept-application': AcceptApplication,
  'view-application': ViewApplication,
  'view-board': ViewBoard,
  'decline-application': DeclineApplication,
  'put-off-application': PutOffApplication,
  'take-back-decision': TakeBackDecision,
} as const;

export const parts = [PresentApplication, ReadAnswers, TakeIn] as const;
