import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { CalendarDate } from '../define/words.js';
import { DirectAnswer } from './scales.js';

/**
 * Subject: a pseudonym that is stable for one curator within one charity's feed and leads nowhere else.
 * The envelope's time is the start of the week. No free text, no curator id, no takeover id.
 */
export const experienceRecorded = defineEvent({
  type: 'experience.recorded',
  version: 1,
  owner: 'feedback',
  summary: 'For analysts: one curator’s scores after a takeover, under a pseudonym.',
  audience: 'analyst',
  consumers: [],
  data: z.object({
    respondent: z.string().regex(/^r_[0-9a-f]{16}$/),
    wave: z.literal('after'),
    /** The Monday of the week, in the charity's zone. */
    week: CalendarDate,
    /** UCLA three-item score, 3 to 9; null where an item was skipped. */
    ucla: z.int().min(3).max(9).nullable(),
    direct: DirectAnswer.nullable(),
    experience: z.int().min(1).max(5).nullable(),
  }),
  samples: [
    {
      respondent: 'r_0011223344556677',
      wave: 'after',
      week: '2026-11-30',
      ucla: 4,
      direct: 'occasionally',
      experience: 5,
    },
  ],
});
