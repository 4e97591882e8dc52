import { isRefusal, type Result } from '@baton/contracts';
import type { NeedsHelp, Trouble } from './survey-visit.js';

/** What became of an answer. That a survey is closed its own page says, kinder than a sentence beside a field. */
export function savedOf(result: Result<NeedsHelp, string>): NeedsHelp | Trouble {
  if (!isRefusal(result)) return { needsHelp: result.value.needsHelp };
  const { code, message } = result.refusal;
  return code === 'surveyOver' || code === 'alreadyAnswered' ? { over: true } : { problem: message };
}
