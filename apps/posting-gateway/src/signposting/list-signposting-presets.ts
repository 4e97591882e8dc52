import { accept, type listSignpostingPresets, SignpostingCountry } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { checkedOn, checkFirst, presets } from './presets.js';

@Injectable()
export class ListSignpostingPresets implements Handles<typeof listSignpostingPresets> {
  async handle() {
    const shown = SignpostingCountry.options.map((country) => ({
      country,
      resources: [...presets[country]],
    }));
    return accept({ presets: shown, checkedOn, note: checkFirst });
  }
}
