import { type InputOf, Policy, type previewPolicy } from '@baton/contracts';
import { presets } from './presets.js';

/** A policy with a change made to it: the preset's rules first, then what is said by name. */
export const changedPolicy = (
  before: Policy,
  { preset, policy }: Pick<InputOf<typeof previewPolicy>, 'preset' | 'policy'>,
): Policy => Policy.parse({ ...before, ...(preset && presets[preset].rules), ...policy });
