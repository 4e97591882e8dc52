import { accept, type listPrices, type ResultOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';

@Injectable()
export class ListPrices implements Handles<typeof listPrices> {
  constructor(@Inject(POSTING_CONFIG) private readonly config: PostingConfig) {}

  async handle(): Promise<ResultOf<typeof listPrices>> {
    return accept(this.config.X_PRICES);
  }
}
