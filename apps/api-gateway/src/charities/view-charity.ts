import { accept, type InputOf, refuse, type viewCharity } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { CharityDirectory } from './charity-directory.js';

@Injectable()
export class ViewCharity implements Handles<typeof viewCharity> {
  constructor(private readonly charities: CharityDirectory) {}

  async handle({ charityId }: InputOf<typeof viewCharity>) {
    const charity = await this.charities.byId(charityId);
    return charity ? accept(charity) : refuse('notFound');
  }
}
