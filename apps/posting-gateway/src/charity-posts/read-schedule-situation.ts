import { checkDraft } from '@baton/checks';
import type { InputOf, scheduleCharityPost } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { accountForPosts } from '../account/connected-account.js';
import { readSwitch } from '../kill-switch/read-switch.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { checkSettings } from '../posts/check-settings.js';
import type { ScheduleSituation } from './decide-schedule.js';
import { takeoversAhead } from './takeovers-ahead.js';

/** Everything the decision about a post of the charity's own looks at. */
export async function readScheduleSituation(
  tx: Tx,
  { postId, text, mediaIds, poll, timedFor }: InputOf<typeof scheduleCharityPost>,
): Promise<ScheduleSituation> {
  const { mode: switchMode, standing, now } = await readSwitch(tx);
  const { policy } = await policyInForce(tx);
  const draft = { text, poll: poll?.options ?? [], pictures: [] };
  return {
    ...{ now, postId, switchMode, standing, policy },
    account: await accountForPosts(tx),
    takeovers: await takeoversAhead(tx),
    findings: checkDraft(draft, await checkSettings(tx, policy)),
    hasPictures: mediaIds.length > 0,
    timedFor: timedFor === null ? null : new Date(timedFor),
  };
}
