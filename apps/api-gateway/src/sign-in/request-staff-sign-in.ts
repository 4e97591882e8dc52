import { accept, type InputOf, type requestStaffSignIn } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { PUBLIC_ORIGIN } from '../config.js';
import { People } from '../people/people.js';
import { SignInCodes } from './sign-in-codes.js';

/** Mails a code if somebody of a team has this address. The answer is the same whether it does or not. */
@Injectable()
export class RequestStaffSignIn implements Handles<typeof requestStaffSignIn> {
  constructor(
    private readonly people: People,
    private readonly codes: SignInCodes,
    private readonly charities: CharityDirectory,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  async handle({ email, charityId }: InputOf<typeof requestStaffSignIn>) {
    const charity = charityId && (await this.charities.byId(charityId));
    const personId = await this.people.find(email);
    const page = charity ? `${this.publicOrigin}/sign-in/${charity.slug}` : this.publicOrigin;
    if (personId) await this.codes.mail(personId, { charity: charity?.name ?? 'Baton', page });
    return accept({ next: 'checkYourMail' as const });
  }
}
