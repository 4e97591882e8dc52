import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { Instant } from '../define/ids.js';
import { eitherInput } from '../feedback/report-operations.js';
import { CostKind, MicroUsd } from './cost-operations.js';
import { CheckName } from './finding.js';
import { PostStateName } from './post.js';
import { SwitchMode } from './switch-operations.js';

const Count = z.int().min(0);

export const accountForTakeovers = defineOperation({
  name: 'account-for-takeovers',
  owner: 'posting-gateway',
  summary:
    'What the checks, the kill switch and the budget did in a weekend or a season, in figures: never a word of a post.',
  method: 'GET',
  path: '/charities/{charityId}/posting-account',
  access: [staff('manager', 'trustee')],
  input: eitherInput,
  output: z.object({
    takeovers: Count,
    /** Posts of curators that were taken in, each looked at by every check, by what has become of them. */
    posts: z.array(z.object({ state: PostStateName, posts: Count })),
    /** Every check, and on how many posts it remarked: a warning to its author, or one for which a person looked first. */
    checks: z.array(z.object({ check: CheckName, warned: Count, held: Count })),
    /** Uses of the kill switch between the openings and the ends of these windows, and its proof by number. */
    switchUses: z.array(
      z.object({
        proof: z.int().positive(),
        mode: SwitchMode,
        at: Instant,
        stopped: Count,
        alreadyOut: Count,
        unknown: Count,
      }),
    ),
    costs: z.object({
      microUsd: MicroUsd,
      byKind: z.array(z.object({ kind: CostKind, units: Count, microUsd: MicroUsd })),
    }),
  }),
  refusals: {},
});
