/**
 * Whether a name stands beside what somebody wrote in `survey`, as SQL with the charity at $1. Of a takeover that is not known,
 * or of none, nobody knows what they chose: no name then.
 */
export const isQuotedByName = `
  coalesce((SELECT identity_level <> 'anonymous' FROM weekend
             WHERE weekend.charity_id = $1 AND weekend.takeover_id = survey.takeover_id), false)`;
