import { accept, type listPolicyPresets, PolicyPreset } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { explainRules } from './explain-rules.js';
import { presets } from './presets.js';

@Injectable()
export class ListPolicyPresets implements Handles<typeof listPolicyPresets> {
  async handle() {
    const shown = PolicyPreset.options.map((preset) => {
      const { summary, rules } = presets[preset];
      return { preset, summary, rules, explained: explainRules(rules) };
    });
    return accept({ presets: shown });
  }
}
