import { isHeld } from '@baton/checks';
import type { Finding } from '@baton/contracts';

/** How a post tells that it is held for nothing but a description. */
export const waitsForDescription = 'Waits until its pictures are described, and then goes on by itself.';

export interface LookedAt {
  readonly state: 'held' | 'queued';
  /** A moderator said yes to it. */
  readonly approved: boolean;
  /** It is held for nothing but a description. */
  readonly awaitsDescription: boolean;
  /** What was found when it was handed over, or looked at last. */
  readonly findings: readonly Finding[];
}

/** What happened to one of its pictures. */
export interface PictureChanged {
  readonly by: 'author' | 'team';
  /** Where the picture is in the post, from 1. */
  readonly places: readonly number[];
  /** All that the checks say of the post's pictures now. */
  readonly findings: readonly Finding[];
}

export interface AfterLook {
  readonly findings: readonly Finding[];
  readonly fate: 'goOn' | 'hold' | 'stay';
  readonly awaitsDescription: boolean;
}

/**
 * What becomes of a waiting post when one of its pictures was described, or is to be. One that was held for that alone goes
 * on by itself: it had passed everything else, and it is not for its author to wait twice. One that was held for anything
 * else stays with the team; and what the team said yes to, and its author then described otherwise, they see again.
 */
export function decideAfterLook(post: LookedAt, changed: PictureChanged): AfterLook {
  const findings = [...post.findings.filter((finding) => stays(finding, changed)), ...changed.findings];
  const awaits = awaitsOnlyDescription(findings);
  if (post.state === 'held') {
    if (post.awaitsDescription && !isHeld(findings)) {
      return { findings, fate: 'goOn', awaitsDescription: false };
    }
    return { findings, fate: 'stay', awaitsDescription: post.awaitsDescription && awaits };
  }
  const isNew = ({ picture }: Finding) => picture !== undefined && changed.places.includes(picture);
  const holds = isHeld(changed.findings.filter(isNew));
  if (holds || (post.approved && changed.by === 'author')) {
    return { findings, fate: 'hold', awaitsDescription: !post.approved && awaits };
  }
  return { findings, fate: 'stay', awaitsDescription: false };
}

/**
 * What was found elsewhere than in pictures stays. So does, after the team described one, what tells in the others who their
 * author is: only an author's own words are compared with who they are, so the others were not looked at for that again.
 */
const stays = ({ check, picture }: Finding, { by, places }: PictureChanged): boolean =>
  picture === undefined || (by === 'team' && check === 'ownIdentity' && !places.includes(picture));

/** Held, and by nothing but pictures without a description. */
export const awaitsOnlyDescription = (findings: readonly Finding[]): boolean =>
  isHeld(findings) && findings.every(({ check, verdict }) => verdict !== 'hold' || check === 'altText');
