import { open, readFile } from 'node:fs/promises';
import { CharityId } from '@baton/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';

/** The token under which the path of the ledger is provided. */
export const ERASURE_LEDGER = Symbol('erasure ledger');

const LedgerLine = z.object({
  charityId: CharityId,
  erased: z.literal('charity'),
  writtenAt: z.iso.datetime(),
});

/**
 * The charities that were erased, in the file outside the database that restored backups are held against
 * (docs/adr/0009). Ids and times only. It may be the same file that recruitment writes its lines to: each reads its own.
 *
 * A line is on the disk before its erasure commits, and begins and ends with a line break, so that what a crash cut off
 * spoils nothing but itself.
 */
@Injectable()
export class CharityLedger {
  constructor(@Inject(ERASURE_LEDGER) private readonly path: string) {}

  async write(charityId: CharityId): Promise<void> {
    const line = LedgerLine.parse({ charityId, erased: 'charity', writtenAt: new Date().toISOString() });
    const file = await open(this.path, 'a', 0o600);
    try {
      await file.write(`\n${JSON.stringify(line)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Every charity that can be read. Where there is no file yet, none has been erased. */
  async read(): Promise<CharityId[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return [...new Set(text.split('\n').flatMap(charityIn))];
  }
}

function charityIn(text: string): CharityId[] {
  try {
    return [LedgerLine.parse(JSON.parse(text)).charityId];
  } catch {
    return [];
  }
}
