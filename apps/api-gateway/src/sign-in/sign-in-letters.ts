import { CharityId } from '@baton/contracts';
import { signInCode, signInLink, stepUpCode } from '@baton/mail';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Charity, CharityDirectory } from '../charities/charity-directory.js';
import { PUBLIC_ORIGIN } from '../config.js';
import { QueueLetter } from '../mail-queue/queue-letter.js';
import { codeLifeMinutes, type MadeCode } from './sign-in-codes.js';

/** Where the link in a mail leads: a page with a button. Only the button signs in. */
export const linkPath = '/sign-in-by-link';

/** Writes the letters of signing in and queues them, in the transaction that made what they carry. */
@Injectable()
export class SignInLetters {
  constructor(
    private readonly charities: CharityDirectory,
    private readonly letters: QueueLetter,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  /** A code and a link, for whoever asked on the page of a charity or on everybody's. */
  async queueCode(tx: Tx, to: string, { code, link }: MadeCode, askedAt: string | null): Promise<void> {
    const charity = askedAt ? await this.charities.byId(CharityId.parse(askedAt)) : undefined;
    const letter = signInCode({ ...this.signedBy(charity), code, link: this.addressOf(link) });
    await this.letters.queue(tx, { to, ...letter }, codeLifeMinutes);
  }

  /** A link alone, for somebody who did not ask. */
  async queueLink(
    tx: Tx,
    to: string,
    { link }: MadeCode,
    from: { charity: string; page: string },
  ): Promise<void> {
    const letter = signInLink({ ...from, link: this.addressOf(link) });
    await this.letters.queue(tx, { to, ...letter }, codeLifeMinutes);
  }

  async queueStepUp(tx: Tx, to: string, { code }: MadeCode): Promise<void> {
    await this.letters.queue(tx, { to, ...stepUpCode({ code }) }, codeLifeMinutes);
  }

  private signedBy(charity: Charity | undefined) {
    const page = `${this.publicOrigin}/sign-in`;
    return charity ? { charity: charity.name, page: `${page}/${charity.slug}` } : { charity: 'Baton', page };
  }

  private addressOf(link: string): string {
    return `${this.publicOrigin}${linkPath}?token=${link}`;
  }
}
