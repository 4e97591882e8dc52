import { printKeyOf } from '@baton/checks';
import type { curatorFingerprinted, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteLevelInArchive } from '../archive/archive-consent.js';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { keepPrints } from './kept-prints.js';

/** From now on this service notices where this curator's words would tell who they are. */
@Injectable()
export class OnCuratorFingerprinted implements Consumes<typeof curatorFingerprinted> {
  constructor(
    @Inject(Vault) private readonly vault: Vault,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  async handle({ data, revision }: FactOf<typeof curatorFingerprinted>, tx: Tx): Promise<void> {
    const { curatorId, identityLevel: level, recipe, salt, prints } = data;
    const key = printKeyOf(this.config.BATON_FINGERPRINT_KEY, [tx.charityId, curatorId, salt]);
    await noteLevelInArchive(tx, curatorId, level);
    await keepPrints(tx, this.vault, { curatorId, revision, recipe, level, key, prints });
  }
}
