import { z } from 'zod';
import { Instant } from '../define/ids.js';

/**
 * What a curator does before their weekend.
 *
 * - `advice`: they have read the charity's advice pack. `agreement`: they agreed to the curating agreement.
 * - `rehearsal`: they tried posting where nobody sees it. `firstPost`: they have a post ready for their weekend.
 * - `buddy`: somebody who has done it before is there for them.
 */
export const PreparationItem = z.enum(['advice', 'rehearsal', 'firstPost', 'agreement', 'buddy']);
export type PreparationItem = z.infer<typeof PreparationItem>;

/** `required`: nobody is ready without it. `offered`: it is on the list and may be left open. `off`: it is not on the list. */
export const Requirement = z.enum(['required', 'offered', 'off']);
export type Requirement = z.infer<typeof Requirement>;

/** Without the agreement nobody may post, so no charity can do without it. */
export const Requirements = z.object({
  advice: Requirement,
  rehearsal: Requirement,
  firstPost: Requirement,
  agreement: z.literal('required'),
  buddy: Requirement,
});
export type Requirements = z.infer<typeof Requirements>;

export const usualRequirements: Requirements = {
  advice: 'required',
  rehearsal: 'required',
  firstPost: 'offered',
  agreement: 'required',
  buddy: 'offered',
};

/** One line of a curator's list. */
export const PreparationStep = z.object({
  item: PreparationItem,
  requirement: z.enum(['required', 'offered']),
  /** Null while it is open. */
  doneAt: Instant.nullable(),
  /** What it is and what to do, in plain words. */
  words: z.string(),
});
export type PreparationStep = z.infer<typeof PreparationStep>;
