import { decideSubmit, type SubmitRefusal, type SubmitSituation } from '../posts/decide-submit.js';

/** What a curator reads before they type; with anything else that is refused they cannot be here at all. */
const words: Partial<Record<SubmitRefusal, string>> = {
  windowNotOpen: 'You can answer once your takeover has begun.',
  windowClosed: 'Your takeover is over. You can leave this to the team.',
  consentWithdrawn: 'You have taken back your consent to post.',
  notConnected: 'The charity’s account is not connected to X just now.',
  cannotReply:
    'X does not let this account answer this message: it may be gone, or its writer has limited who may answer.',
};

export interface CanReply {
  readonly canReply: boolean;
  readonly whyNot: string | null;
}

/** Whether an answer to a message would be taken in: the rule of handing one over, asked before there are any words. */
export function decideCanReply(situation: SubmitSituation, unanswerable: boolean): CanReply {
  const replyTarget = unanswerable ? 'closed' : 'known';
  const decision = decideSubmit({ ...situation, replyTarget, drafts: [] });
  if (decision.ok) return { canReply: true, whyNot: null };
  return { canReply: false, whyNot: words[decision.refusal.code] ?? 'Answering is not possible just now.' };
}
