import { createHash } from 'node:crypto';
import { AuditEntry, AuditHash, CharityId, EventId, serviceNames } from '@baton/contracts';
import { z } from 'zod';

/** What the first line of every chain follows. */
export const beforeTheFirst = '0'.repeat(64);

/**
 * One line of a charity's chain. What is hashed is the line's own text and nothing derived from it: the JSON object that was
 * written when the line was chained, byte for byte as it is stored and exported. Its hash is SHA-256 over the UTF-8 bytes of
 * that text, without a line break; the next line's `previous` is that hash. Whoever verifies needs no canonical form, no
 * order of keys and no way of writing numbers: only the text, SHA-256 and a JSON parser.
 */
export const AuditLine = z.strictObject({
  charity: CharityId,
  /** Counts up by one from 1, without a gap. */
  number: z.int().positive(),
  /** The hash of the line before; of the first line, 64 zeros. */
  previous: AuditHash,
  /** The fact's id: no fact is chained twice. */
  id: EventId,
  /** The service that stated it. */
  source: z.enum(serviceNames),
  ...AuditEntry.shape,
});
export type AuditLine = z.infer<typeof AuditLine>;

/** The text of a line, which is written once and never again. */
export const writeLine = (line: AuditLine): string => JSON.stringify(AuditLine.parse(line));

/** The line a text holds, or nothing where it holds none. */
export const readLine = (text: string): AuditLine | undefined => AuditLine.safeParse(jsonIn(text)).data;

const AuditLink = z.object({
  charity: z.string(),
  number: z.number(),
  previous: z.string(),
});
export type AuditLink = z.infer<typeof AuditLink>;

/**
 * What links a line to the one before. Nothing else of it is looked at: the hash speaks for the rest, also where lines of
 * another day had other fields.
 */
export const readLink = (text: string): AuditLink | undefined => AuditLink.safeParse(jsonIn(text)).data;

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
