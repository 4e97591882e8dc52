/**
 * True of a waiting post `p` that cannot go yet for the sake of its thread: a part before it is still on its way or may be
 * out, or the team looks at any part of it. The publisher goes by it, and what a person reads of a waiting post does too.
 */
export const waitsForThread = `EXISTS (
  SELECT FROM post part
   WHERE part.charity_id = p.charity_id AND part.thread_id = p.thread_id AND part.post_id <> p.post_id
     AND (part.state = 'held' OR
          (part.position < p.position AND part.state IN ('queued', 'attempting', 'unknown'))))`;
