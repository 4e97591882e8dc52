import { AnswerTeam } from './answer-team.js';
import { OwnLinks } from './own-links.js';
import { RequestOwnLink } from './request-own-link.js';
import { SetOwnMailWishes } from './set-own-mail-wishes.js';
import { ViewOwnApplication } from './view-own-application.js';
import { WithdrawApplication } from './withdraw-application.js';

export const answers = {
  'request-own-link': RequestOwnLink,
  'view-own-application': ViewOwnApplication,
  'answer-team': AnswerTeam,
  'set-own-mail-wishes': SetOwnMailWishes,
  'withdraw-application': WithdrawApplication,
} as const;

export const parts = [OwnLinks] as const;
