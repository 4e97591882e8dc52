import { accept, type listCharities } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { CharityDirectory } from './charity-directory.js';

@Injectable()
export class ListCharities implements Handles<typeof listCharities> {
  constructor(private readonly charities: CharityDirectory) {}

  async handle() {
    return accept({ charities: await this.charities.all() });
  }
}
