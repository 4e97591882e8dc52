import { accept, type InputOf, type listRotas, type ResultOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { rotasOf, rotaTold } from './rotas.js';
import { slotsAheadOf } from './slots-ahead.js';

@Injectable()
export class ListRotas implements Handles<typeof listRotas> {
  constructor(private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof listRotas>): Promise<ResultOf<typeof listRotas>> {
    return this.database.inCharity(charityId, async (tx) => {
      const slots = await slotsAheadOf(tx, await databaseNow(tx));
      return accept({ rotas: (await rotasOf(tx)).map((rota) => rotaTold(rota, slots)) });
    });
  }
}
