import { isRefusal, type OpenedSurvey, type Result } from '@baton/contracts';
import type { NeedsHelp, NoSurvey, Trouble } from './survey-visit.js';

/** What became of an answer. That a survey is closed its own page says, kinder than a sentence beside a field. */
export function savedOf(result: Result<NeedsHelp, string>): NeedsHelp | Trouble {
  if (!isRefusal(result)) return { needsHelp: result.value.needsHelp };
  const { code, message } = result.refusal;
  if (code === 'unavailable') return { unavailable: true };
  return code === 'surveyOver' || code === 'alreadyAnswered' ? { over: true } : { problem: message };
}

export function openedOf(result: Result<OpenedSurvey, string>): OpenedSurvey | NoSurvey {
  if (!isRefusal(result)) return result.value;
  return { problem: result.refusal.message, isForNow: result.refusal.code === 'unavailable' };
}
