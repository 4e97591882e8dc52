import { cardOf } from '@baton/checks';
import { CheckName, PolicyPreset, PolicyRules } from '@baton/contracts';
import { presets } from '@baton/posting-gateway';
import { table } from './table.js';

/** The parts of `docs/policy.md` that are drawn from the checks and the presets, by the name in their markers. */
export const policyParts = (): Record<string, string> => ({
  checks: table(
    ['check', 'looks for', 'does not see'],
    CheckName.options.flatMap((check) => {
      const card = cardOf(check);
      return card ? [[`\`${check}\``, card.looksFor, card.misses]] : [];
    }),
  ),
  presets: table(
    ['rule', ...PolicyPreset.options],
    [
      ['', ...PolicyPreset.options.map((preset) => presets[preset].summary)],
      ...PolicyRules.keyof().options.map((rule) => [
        `\`${rule}\``,
        ...PolicyPreset.options.map((preset) => String(presets[preset].rules[rule])),
      ]),
    ],
  ),
});
