import { z } from 'zod';

/** An e-mail address as a person types it; compared in lower case. */
export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('must be an e-mail address such as name@example.org').max(254));

/** A charity's short name in addresses. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/, 'is 2 to 40 small letters, digits or hyphens');

/** A language that forms and mails can be in: English or Welsh. */
export const Language = z.enum(['en', 'cy']);
export type Language = z.infer<typeof Language>;

/** What followers and staff see of a curator: how much of themselves the person chose to show. */
export const IdentityLevel = z.enum(['named', 'firstName', 'penName', 'anonymous']);
export type IdentityLevel = z.infer<typeof IdentityLevel>;

/** The name a curator goes by here. Everything outside the identity vault knows only this and an id. */
export const PenName = z.string().trim().min(1).max(60);

/** It is mailed, and mail programs make links of what looks like one: `evil.example`, `a@b.example`, lookalike dots included. */
const leadsSomewhere = /:\/\/|\S@\S|[\p{L}\p{N}][.。．｡]\p{L}{2,}/u;
const brokenLine = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/** As a person types it in. What was kept before this was asked for is still read as `PenName`. */
export const TypedPenName = PenName.refine(
  (typed) => !brokenLine.test(typed),
  'is a name on one line: please leave out line breaks and what cannot be seen',
).refine(
  (typed) => !leadsSomewhere.test(typed),
  'can have no web or mail address in it: please leave that out, and put a space after a full stop',
);

/** A day on the calendar: 2026-11-27. */
export const CalendarDate = z.iso.date({ error: ({ input }) => notADay(input) });

function notADay(typed: unknown): string {
  const text = 'must be a date such as 2026-11-27';
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])-\d\d$/.exec(String(typed)) ?? [];
  if (!year || !month) return text;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${text}; there is no such day, and the last of that month is ${year}-${month}-${last}`;
}

/** A time on the wall clock: 17:30, or 17:30:15. */
export const WallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'must be a time such as 17:30');

/** A moment on the wall clock of a zone that is named beside it: 2026-11-27T17:30. */
export const WallDateTime = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
    'must be a date and time such as 2026-11-27T17:30',
  );

export const Weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
export type Weekday = z.infer<typeof Weekday>;

/** What somebody types, as they typed it: all but what no keyboard makes and no store keeps, NUL and half a character. */
export const TypedText = z
  .string()
  .refine(
    (text) => text.isWellFormed() && !text.includes('\0'),
    'holds a broken character: please delete it and type it again',
  );
