import { isDeepStrictEqual } from 'node:util';
import {
  accept,
  type InputOf,
  type MemberId,
  type Policy,
  type PolicyPreset,
  policySet,
  type ResultOf,
  refuse,
  type setPolicy,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { changedPolicy } from './changed-policy.js';
import { checkTemplates } from './check-templates.js';
import { concernsAbout } from './concerns-about.js';
import { createDefaultPolicy } from './create-default-policy.js';
import { policyInForce, presentPolicy } from './policy-in-force.js';
import { originOf, presets } from './presets.js';
import { tryOnPastPosts } from './try-on-past-posts.js';

/**
 * Puts a policy in force as the next version. One that somebody has set already makes no version; the one a charity
 * began with does, because then somebody has chosen it.
 */
@Injectable()
export class SetPolicy implements Handles<typeof setPolicy> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, sure, ...change }: InputOf<typeof setPolicy>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setPolicy>> {
    return this.database.inCharity(charityId, async (tx) => {
      await takeTurns(tx);
      await createDefaultPolicy(tx);
      const before = await policyInForce(tx);
      const policy = changedPolicy(before.policy, change);
      const problems = checkTemplates(policy);
      if (problems.length > 0) return refuse('badWords', { details: { problems } });
      if (before.setAt && isDeepStrictEqual(before.policy, policy)) return accept(presentPolicy(before));
      const concerns = sure ? [] : await this.newConcerns(tx, before.policy, policy, change.preset);
      if (concerns.length > 0) return refuse('areYouSure', { details: { concerns } });
      await writeVersion(tx, before.version + 1, policy, caller.kind === 'staff' ? caller.memberId : null);
      const origin = originOf(policy);
      const details = { version: before.version + 1, preset: origin };
      await noteInAudit(tx, { by: caller, action: 'policy.set', details });
      await appendFacts(
        tx,
        newFact(policySet, { subject: charityId, revision: details.version, data: details }),
      );
      return accept(presentPolicy(await policyInForce(tx)));
    });
  }

  /** What the change would bring that is not so already, and not what the preset that was chosen says of itself. */
  private async newConcerns(
    tx: Tx,
    before: Policy,
    after: Policy,
    preset: PolicyPreset | undefined,
  ): Promise<string[]> {
    const tried = await tryOnPastPosts(tx, this.vault, { before, after });
    const known = new Set(
      [
        ...concernsAbout(before, tried.before),
        ...(preset ? concernsAbout(presets[preset].rules, tried.after) : []),
      ].map(({ about }) => about),
    );
    return concernsAbout(after, tried.after).flatMap(({ about, words }) => (known.has(about) ? [] : words));
  }
}

const writeVersion = (tx: Tx, version: number, policy: Policy, setBy: MemberId | null) =>
  tx.query('INSERT INTO posting_policy (charity_id, version, policy, set_by) VALUES ($1, $2, $3, $4)', [
    tx.charityId,
    version,
    JSON.stringify(policy),
    setBy,
  ]);

/** Rows of an append-only table cannot be locked, so two at once queue up here until the commit. */
const takeTurns = (tx: Tx) =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`posting_policy:${tx.charityId}`]);
