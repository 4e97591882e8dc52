import { open, readFile } from 'node:fs/promises';
import { ApplicationId, CharityId, PastPosts } from '@baton/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';

/** The token under which the path of the ledger is provided. */
export const ERASURE_LEDGER = Symbol('erasure ledger');

/** Pseudonymous ids only: whoever finds the ledger learns of nobody. */
export const LedgerLine = z.object({
  charityId: CharityId,
  applicationId: ApplicationId,
  pastPosts: PastPosts,
  writtenAt: z.iso.datetime(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/**
 * A file outside the database that a restored backup is held against, so that it resurrects nobody. Lines are only added.
 *
 * - A line is on the disk before its erasure commits. So no erasure is ever missing here; a line whose erasure failed tells
 *   of somebody who asked for it, and is carried out at the next start.
 * - Every line begins and ends with a line break, so that what a crash cut off spoils nothing but itself; the erasure of a
 *   line that was cut off has not happened.
 */
@Injectable()
export class ErasureLedger {
  constructor(@Inject(ERASURE_LEDGER) private readonly path: string) {}

  async write(line: Omit<LedgerLine, 'writtenAt'>): Promise<void> {
    const file = await open(this.path, 'a', 0o600);
    try {
      await file.write(`\n${JSON.stringify({ ...line, writtenAt: new Date().toISOString() })}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Everything that can be read. Where there is no file yet, nobody has been erased. */
  async read(): Promise<LedgerLine[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').flatMap(readLine);
  }
}

function readLine(text: string): LedgerLine[] {
  try {
    return [LedgerLine.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}
