import type { CharityStanding, PostState, SwitchMode, TeamsTurn, WaitingFor } from '@baton/contracts';
import { freeFrom } from '../charity-posts/free-from.js';
import { whatGoes } from '../kill-switch/what-goes.js';
import type { TakeoverWindow } from '../takeovers/takeover-window.js';
import type { PostRow } from './post-row.js';

/** What the status of a post depends on besides its row. */
interface Seen {
  readonly now: Date;
  readonly switchMode: SwitchMode;
  readonly standing: CharityStanding;
  /** Its account has to be connected again. */
  readonly accountIsAway: boolean;
  /** X takes nothing from its account for want of credit. */
  readonly isOutOfCredit: boolean;
  /** X wants to be left alone by its account until then. */
  readonly laneRestsUntil: Date | undefined;
  /** Another part of its thread has to be out, or looked at, first. */
  readonly isBehindAnother: boolean;
  /** Its takeover has just opened, and the charity has not introduced its author. */
  readonly isBehindIntroduction: boolean;
  /** Its curator is resting. */
  readonly isResting: boolean;
  /** Somebody wants it gone from X. */
  readonly removal: 'asked' | 'byHand' | undefined;
  readonly declineReason: string | null;
  /** For a person of the team, where it is held. */
  readonly wait: TeamsTurn | null;
  /** The windows that are not over; asked for where the charity's own posts are shown. */
  readonly takeovers: readonly TakeoverWindow[];
}

/** What a waiting post waits for depends on the moment and the switch, so it is derived and never stored. */
export function statusOf(row: PostRow, seen: Seen): PostState {
  switch (row.state) {
    case 'held':
      return { state: 'held', wait: present(seen.wait, row) };
    case 'withdrawn':
    case 'missedWindow':
      return { state: row.state };
    case 'declined':
      return { state: 'declined', reason: present(seen.declineReason, row) };
    case 'queued':
      return {
        state: 'queued',
        dueAt: dueAt(row, seen).toISOString(),
        waitingFor: waitingFor(row, seen),
      };
    case 'attempting':
      return { state: 'attempting', since: present(row.attempted_at, row).toISOString() };
    case 'published':
      return {
        state: 'published',
        xPostId: present(row.x_post_id, row),
        publishedAt: present(row.published_at, row).toISOString(),
        ...(seen.removal ? { removal: seen.removal } : {}),
      };
    case 'deleted':
      return { state: 'deleted', deletedAt: present(row.deleted_at, row).toISOString() };
    case 'rejected':
      return {
        state: 'rejected',
        reason: present(row.rejection_reason, row),
        words: present(row.rejection_words, row),
      };
    case 'unknown':
      return {
        state: 'unknown',
        since: present(row.maybe_out_since, row).toISOString(),
        lookingUntil: row.looking_until?.toISOString() ?? null,
      };
  }
}

function dueAt(
  { due_at: due, retry_at: retry, kind }: PostRow,
  { laneRestsUntil, takeovers }: Pick<Seen, 'laneRestsUntil' | 'takeovers'>,
): Date {
  const at = [retry, laneRestsUntil].reduce<Date>((last, time) => (time && time > last ? time : last), due);
  return kind === 'own' ? freeFrom(takeovers, at) : at;
}

function waitingFor(
  row: PostRow,
  {
    now,
    switchMode,
    standing,
    accountIsAway,
    isResting,
    isOutOfCredit,
    isBehindAnother,
    isBehindIntroduction,
    laneRestsUntil,
    takeovers,
  }: Seen,
): WaitingFor | null {
  if (standing !== 'active') return 'standing';
  const goes = whatGoes({ mode: switchMode, standing });
  if (goes === 'nothing' || (goes === 'own' && row.kind !== 'own')) return 'switch';
  if (row.needs_yes) return 'author';
  if (isResting && row.author === 'curator') return 'rest';
  if (accountIsAway) return 'account';
  if (row.over_budget) return 'budget';
  if (isOutOfCredit && row.due_at <= now) return 'credit';
  if (row.retry_at && row.retry_at > now) return 'x';
  if (row.due_at > now) return 'time';
  if (isBehindAnother) return 'thread';
  if (isBehindIntroduction) return 'introduction';
  if (row.kind === 'own' && freeFrom(takeovers, now) > now) return 'takeover';
  return laneRestsUntil ? 'x' : null;
}

/** The table's constraints allow no such state without it. */
function present<T>(value: T | null, row: PostRow): T {
  if (value === null) throw new Error(`post ${row.post_id} is ${row.state} and lacks what belongs to it`);
  return value;
}
