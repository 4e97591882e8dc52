import { Ability, accept, type listAbilities, type ResultOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { abilities } from './abilities.js';

/** The same for everybody: it depends on X and on Baton alone. */
@Injectable()
export class ListAbilities implements Handles<typeof listAbilities> {
  async handle(): Promise<ResultOf<typeof listAbilities>> {
    return accept({
      abilities: Ability.options.map((ability) => {
        const { through, words } = abilities[ability];
        return { ability, available: through !== null, words };
      }),
    });
  }
}
