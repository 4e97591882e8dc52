import { createHash, randomBytes } from 'node:crypto';
import {
  accept,
  type applyAboard,
  type InputOf,
  type MemberId,
  platformId,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { confirmAboard as confirmLetter } from '@baton/mail';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { PUBLIC_ORIGIN } from '../config.js';
import { QueueLetter } from '../mail-queue/queue-letter.js';
import { AboardApplications } from './aboard-applications.js';
import { isReserved } from './reserved-slugs.js';

const worthMinutes = 24 * 60;

/**
 * Short names aboard are public, so that one is taken may be told. Nothing else is: the same answer comes whether the
 * address is known, has been written to enough today, or the same application is sent again, and one transaction writes
 * whatever is to be written.
 */
@Injectable()
export class ApplyAboard implements Handles<typeof applyAboard> {
  constructor(
    private readonly database: Database,
    private readonly charities: CharityDirectory,
    private readonly applications: AboardApplications,
    private readonly letters: QueueLetter,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  async handle(input: InputOf<typeof applyAboard>): Promise<ResultOf<typeof applyAboard>> {
    if (isReserved(input.slug) || (await this.charities.bySlug(input.slug))) return refuse('slugTaken');
    const token = randomBytes(32).toString('base64url');
    const asked = {
      ...input,
      ownerMemberId: newId<MemberId>(),
      contactFingerprint: await this.applications.fingerprint(input.contactEmail),
      tokenHash: hashOf(token),
    };
    await this.database.inCharity(platformId, async (tx) => {
      if (!(await this.applications.add(tx, asked))) return;
      const link = `${this.publicOrigin}/aboard/confirm?token=${token}`;
      const letter = confirmLetter({ link });
      await this.letters.queue(tx, { to: input.contactEmail, ...letter }, worthMinutes);
    });
    return accept({ next: 'checkYourMail' });
  }
}

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
