import { openingHeardWithinMs } from './takeover-window.js';

/**
 * Until when a waiting post `p` leaves the first word to the charity's introduction of its author; null if that has been said,
 * or is not going to be. A post timed for the opening is due before anybody can have told this service that the takeover
 * opened. A minute after the opening it goes all the same: what is written is not kept in by a fact that does not come. The
 * publisher goes by it, and what a person reads of a waiting post does too. An introduction of which nobody knows whether X has it may
 * never have been said, so the minute is waited for it as well.
 */
export const untilIntroduced = `(
  SELECT t.opens_at + interval '${openingHeardWithinMs} ms' FROM takeover t
   WHERE t.charity_id = p.charity_id AND t.takeover_id = p.takeover_id AND p.author = 'curator'
     AND (t.opened_at IS NULL OR EXISTS (
       SELECT FROM post introduction
        WHERE introduction.charity_id = p.charity_id AND introduction.takeover_id = p.takeover_id
          AND introduction.kind = 'introduction' AND introduction.state IN ('queued', 'attempting', 'unknown'))))`;
