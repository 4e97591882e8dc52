import { AskApplicant } from './ask-applicant.js';
import { Conversation } from './conversation.js';
import { ListConversation } from './list-conversation.js';
import { MarkRead } from './mark-read.js';
import { TakeBackQuestion } from './take-back-question.js';
import { WriteToTeam } from './write-to-team.js';

export const answers = {
  'ask-applicant': AskApplicant,
  'take-back-question': TakeBackQuestion,
  'mark-read': MarkRead,
  'list-conversation': ListConversation,
  'write-to-team': WriteToTeam,
} as const;

export const parts = [Conversation] as const;
