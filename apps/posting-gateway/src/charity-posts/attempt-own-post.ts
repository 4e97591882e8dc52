import type { Tx } from '@baton/persistence';
import type { SwitchRow } from '../kill-switch/read-switch.js';
import type { PostRow } from '../posts/post-row.js';
import { type AttemptRecord, writeAttempt } from '../publishing/write-attempt.js';
import { decideOwnAttempt } from './decide-own-attempt.js';
import { untilNextOpeningMs } from './free-from.js';
import { takeoversAhead } from './takeovers-ahead.js';

/** May the one call be made for this locked, waiting post of the charity's own? Its lane finds out by itself when it may. */
export async function attemptOwnPost(
  tx: Tx,
  row: PostRow,
  { now, mode: switchMode, standing }: SwitchRow,
): Promise<AttemptRecord> {
  const takeovers = await takeoversAhead(tx);
  if (decideOwnAttempt({ now, switchMode, standing, takeovers }) !== 'attempt') return { go: false };
  return { go: true, attempt: await writeAttempt(tx, row), untilEndMs: untilNextOpeningMs(takeovers, now) };
}
