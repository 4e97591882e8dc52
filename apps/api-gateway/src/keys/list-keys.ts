import { accept, type InputOf, type listKeys } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { ApiKeys } from './api-keys.js';

@Injectable()
export class ListKeys implements Handles<typeof listKeys> {
  constructor(private readonly keys: ApiKeys) {}

  async handle({ charityId }: InputOf<typeof listKeys>) {
    const keys = (await this.keys.list(charityId)).map(({ madeAt, expiresAt, lastUsedAt, ...key }) => ({
      ...key,
      madeAt: madeAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
    return accept({ keys });
  }
}
