import { AnswerSurvey } from './answering/answer-survey.js';
import { FinishSurvey } from './answering/finish-survey.js';
import { GivenAnswers } from './answering/given-answers.js';
import { ListSurveys } from './answering/list-surveys.js';
import { SaveAnswer } from './answering/save-answer.js';
import { SaveSurveyAnswer } from './answering/save-survey-answer.js';
import { SendOff } from './answering/send-off.js';
import { ViewSurvey } from './answering/view-survey.js';
import { FinishSurveyByLink, SaveSurveyAnswerByLink, ViewSurveyByLink } from './links/answer-by-link.js';
import { OnSurveyLinkMailed } from './links/on-survey-link-mailed.js';
import { DoWhatIsDue } from './opening/do-what-is-due.js';
import { OnConsentWithdrawn } from './opening/on-consent-withdrawn.js';
import { SetSurveyQuestions } from './own-questions/set-survey-questions.js';
import { ViewSurveyQuestions } from './own-questions/view-survey-questions.js';
import { ListQuotes } from './quotes/list-quotes.js';
import { SetMayQuote } from './quotes/set-may-quote.js';
import { ShowQuote } from './quotes/show-quote.js';
import { ListSurveyAnswers } from './reading/list-survey-answers.js';
import { ReadSurveyWords } from './reading/read-survey-words.js';

export const answers = {
  'list-surveys': ListSurveys,
  'view-survey': ViewSurvey,
  'save-survey-answer': SaveSurveyAnswer,
  'finish-survey': FinishSurvey,
  'answer-survey': AnswerSurvey,
  'view-survey-by-link': ViewSurveyByLink,
  'save-survey-answer-by-link': SaveSurveyAnswerByLink,
  'finish-survey-by-link': FinishSurveyByLink,
  'view-survey-questions': ViewSurveyQuestions,
  'set-survey-questions': SetSurveyQuestions,
  'list-survey-answers': ListSurveyAnswers,
  'read-survey-words': ReadSurveyWords,
  'list-quotes': ListQuotes,
  'show-quote': ShowQuote,
  'set-may-quote': SetMayQuote,
} as const;
export const heard = {
  'consent.withdrawn.v1': OnConsentWithdrawn,
  'survey.link-mailed.v1': OnSurveyLinkMailed,
} as const;
export const parts = [GivenAnswers, SaveAnswer, SendOff, DoWhatIsDue] as const;
