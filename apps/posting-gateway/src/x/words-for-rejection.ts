import type { RejectionReason } from '@baton/contracts';

/** What a curator reads when X said no: what happened, and what to do (reading age 11). */
export const wordsForRejection: Readonly<Record<RejectionReason, string>> = {
  duplicate:
    'X did not take this post because the account has just said the same. Change a word or two and send it again.',
  tooLong: 'X found this post too long. Shorten it a little and send it again.',
  replyNotAllowed:
    'X did not allow this answer: the message may be gone, or its writer did not mention the account. You can write a new post instead.',
  mediaRefused: 'X did not take a picture in this post. Please send the post again with another picture.',
  outOfCredit:
    'The charity’s budget for posting on X is used up. It is not your doing: please tell the team, and keep your words.',
  accountSuspended:
    'X has locked the charity’s account. It is not your doing: please tell the team, and keep your words.',
  notConnected:
    'Baton lost its permission to post for the charity. It is not your doing: please tell the team, and keep your words.',
  missingScope:
    'X does not let Baton do this for the charity’s account. Please tell the team: the account needs connecting again.',
  refusedByX:
    'X did not take this post and did not say why. Change it a little and send it again, or ask the team to help.',
};
