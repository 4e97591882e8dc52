import type { Tx } from '@baton/persistence';

/** `askOnceMore`: about a takeover, four weeks after it. `forgetUnsent`: what was typed in a survey whose time is over. */
export type WhatIsDue = 'askOnceMore' | 'forgetUnsent';

/** Remembers what is to be done, `afterDays` after `from`. It is remembered once, as it was said first. */
export async function remember(
  tx: Tx,
  what: WhatIsDue,
  aboutId: string,
  from: string,
  afterDays = 0,
): Promise<void> {
  await tx.query(
    `INSERT INTO survey_due (charity_id, about_id, what, due_at)
     VALUES ($1, $2, $3, $4::timestamptz + make_interval(days => $5)) ON CONFLICT DO NOTHING`,
    [tx.charityId, aboutId, what, from, afterDays],
  );
}
