import { cardOf, figures, needlessShare, percent, precision, recall } from '@baton/checks';
import { CheckName, PolicyPreset, PolicyRules } from '@baton/contracts';
import { presets } from '@baton/posting-gateway';
import { table } from './table.js';

/** The parts of `docs/policy.md` that are drawn from the checks and the presets, by the name in their markers. */
export const policyParts = (): Record<string, string> => ({
  checks: table(
    ['check', 'looks for', 'does not see'],
    CheckName.options.map((check) => {
      const { looksFor, misses } = cardOf(check);
      return [`\`${check}\``, looksFor, misses];
    }),
  ),
  figures: table(
    ['check', 'set', 'to find', 'found', 'to leave', 'held needlessly', 'of what was held, rightly'],
    figures().map((figure) => [
      ...[`\`${figure.check}\``, figure.set, String(figure.toFind), percent(recall(figure))],
      ...[String(figure.toLeave), percent(needlessShare(figure)), percent(precision(figure))],
    ]),
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
