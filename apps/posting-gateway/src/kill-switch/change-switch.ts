import { type OutputOf, type PostId, type SwitchMode, type setSwitch, switchChanged } from '@baton/contracts';
import { appendFacts, type CallContext, newFact } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { holdForSwitch } from '../posts/hold-posts.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { Lanes } from '../publishing/lanes.js';
import { EndEarly } from '../takeovers/end-early.js';
import { type Takeover, takeoverOpenAt } from '../takeovers/read-takeover.js';
import { urlOfPost } from '../x/url-of-post.js';
import { isLooser } from './how-far.js';
import { keepProof, type NamedPosts, namedInProof, nothingNamed } from './keep-proof.js';
import { letHeldGoOn } from './let-held-go-on.js';
import { presentSwitch, readSwitch, type SwitchRow, sealReason } from './read-switch.js';
import { postsThatStop, whatWasOut } from './what-stops.js';

export interface SwitchOrder {
  readonly mode: SwitchMode;
  readonly reason: string;
  /** Of `off`: what only the switch held goes on by itself, and no moderator looks at it. */
  readonly heldGoOn?: boolean;
}

/**
 * Changes the locked kill switch. Every attempt to publish locks the switch while it is written down, so when this has
 * committed no further one can begin; those that began before are in the answer as `unknown`. With the lanes locked no
 * outcome is written either: the proof is of one moment, and names every post. An account that is taken back ends the
 * takeover that is open. Setting the mode it has already changes nothing, and the proof names what it named before.
 */
@Injectable()
export class ChangeSwitch {
  constructor(
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(EndEarly) private readonly early: EndEarly,
  ) {}

  async change(
    tx: Tx,
    before: SwitchRow,
    { mode, reason, heldGoOn = false }: SwitchOrder,
    call: CallContext,
  ): Promise<OutputOf<typeof setSwitch>> {
    await this.lanes.wakeAll(tx);
    const open = await takeoverOpenAt(tx, before.now);
    const isSame = before.heardOf && before.mode === mode && !(mode === 'takenBack' && open);
    const named = isSame ? await namedInProof(tx, before.revision) : nothingNamed;
    const stopped = mode === 'off' ? [] : await postsThatStop(tx, mode, open, named);
    const out = await whatWasOut(tx, open, named);
    const unknown = idsOf(out.unknown);
    // What may be out is told of as that, also where it was to be sent again and is stopped.
    const onlyStopped = idsOf(stopped).filter((id) => !unknown.includes(id));
    const proof = { stopped: onlyStopped, alreadyOut: idsOf(out.alreadyOut), unknown };
    const change = { mode, reason, heldGoOn, stopped, proof, open };
    const number = isSame ? before.revision : await this.carryOut(tx, before, change, call);
    return {
      switch: await presentSwitch(tx, this.vault, await readSwitch(tx)),
      ...proof,
      ...{ links: linksOf(out.alreadyOut), number },
    };
  }

  private async carryOut(
    tx: Tx,
    before: SwitchRow,
    change: Change,
    { caller }: CallContext,
  ): Promise<number> {
    const { mode, proof } = change;
    const sealedReason = await sealReason(this.vault, tx, change.reason);
    const by = caller.kind === 'staff' ? caller.memberId : null;
    const number = await writeSwitch(tx, { mode, since: before.now, sealed_reason: sealedReason }, by);
    await keepProof(tx, number, {
      ...{ mode, at: before.now, by, sealedReason },
      ...proof,
    });
    await act(tx, change);
    if (mode === 'takenBack' && change.open) {
      await this.early.end(tx, change.open, { now: before.now, by: caller, says: 'nothing' });
    }
    if (before.mode === 'pause') await tell(tx, idsOf(await ownPosts(tx)), 'The pause is over.');
    if (mode === 'off' && change.heldGoOn) await letHeldGoOn(tx);
    const data = { mode, at: before.now.toISOString(), stopped: proof.stopped.length };
    await appendFacts(tx, newFact(switchChanged, { subject: tx.charityId, revision: number, data }));
    await noteInAudit(tx, {
      by: caller,
      action: isLooser(before.mode, mode) ? 'switch.released' : 'switch.thrown',
      details: { mode, stopped: proof.stopped.length },
    });
    return number;
  }
}

/** The switch as it is to be, and what it finds. */
interface Change extends Required<SwitchOrder> {
  readonly stopped: readonly PostRow[];
  readonly proof: NamedPosts;
  readonly open: Takeover | undefined;
}

/** The charity's own posts that wait: the end of a pause lets them go, also where the account is taken back instead. */
const ownPosts = (tx: Tx): Promise<PostRow[]> =>
  tx.query(`SELECT * FROM post WHERE state = 'queued' AND kind = 'own' ORDER BY sequence`);

async function writeSwitch(
  tx: Tx,
  { mode, since, sealed_reason: sealedReason }: Pick<SwitchRow, 'mode' | 'since' | 'sealed_reason'>,
  changedBy: string | null,
): Promise<number> {
  const [written] = await tx.query<{ revision: number }>(
    `INSERT INTO kill_switch (charity_id, mode, since, sealed_reason, changed_by, revision)
     VALUES ($1, $2, $3, $4, $5, 1)
     ON CONFLICT (charity_id) DO UPDATE
       SET mode = excluded.mode, since = excluded.since, sealed_reason = excluded.sealed_reason,
           changed_by = excluded.changed_by, revision = kill_switch.revision + 1
     RETURNING revision`,
    [tx.charityId, mode, since, sealedReason, changedBy],
  );
  if (!written) throw new Error('the switch was not written');
  return written.revision;
}

/** What the switch does to the posts it stops, and tells their authors. */
async function act(tx: Tx, { mode, stopped, open }: Change): Promise<void> {
  if (mode === 'hold') return holdForSwitch(tx, stopped);
  if (mode === 'pause') return tell(tx, idsOf(stopped), 'Waits: the charity has paused posting.');
  if (mode === 'takenBack') {
    const [ended, later] = partition(stopped, (row) => row.takeover_id === open?.takeoverId);
    await tell(
      tx,
      idsOf(ended),
      'Stopped: the charity has taken its account back. The takeover is over.',
      'team',
    );
    return tell(tx, idsOf(later), 'Waits: the charity has taken the account back for now.');
  }
  const waiting = await tx.query<PostRow>(`SELECT * FROM post WHERE state = 'queued' AND kind <> 'own'`);
  await tell(tx, idsOf(waiting), 'The account was handed over again: it goes out next.');
}

const linksOf = (rows: readonly PostRow[]) =>
  rows.flatMap(({ post_id, x_post_id: xPostId }) =>
    xPostId ? [{ postId: post_id, url: urlOfPost(xPostId) }] : [],
  );

function partition(rows: readonly PostRow[], isFirst: (row: PostRow) => boolean): [PostRow[], PostRow[]] {
  return [rows.filter(isFirst), rows.filter((row) => !isFirst(row))];
}

const idsOf = (rows: readonly Pick<PostRow, 'post_id'>[]): PostId[] => rows.map((row) => row.post_id);
