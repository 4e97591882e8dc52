import type { AuditAnchor, AuditChainBreak } from '@baton/contracts';
import { type AuditLink, beforeTheFirst, hashOf, readLink } from './audit-line.js';

/** A line as it was found: its text, and the hash kept beside it where there is one (an export has none). */
export interface FoundLine {
  readonly text: string;
  readonly hash?: string;
}

export interface BrokenLink {
  /** The number of the first line that is not as it was chained. */
  readonly number: number;
  readonly what: AuditChainBreak;
}

export type Verdict =
  | { readonly holds: true; readonly head: AuditAnchor }
  | { readonly holds: false; readonly broken: BrokenLink };

/** The head of a chain without lines. */
const start: AuditAnchor = { number: 0, hash: beforeTheFirst };

/**
 * Proves that a charity's chain is as it was written, or names the first broken link. Nothing but what it is given decides.
 *
 * The chain proves by itself that no line was changed, taken out of the middle, moved or put in, unless whoever did it wrote
 * everything after it anew. That, and an end that was cut off, only anchors can show. All of them are compared.
 *
 * Lines come in pages, so that a chain need not fit into memory; where a link is broken, the other lines of its page
 * help to tell how.
 */
export async function verifyChain(chain: {
  readonly charityId: string;
  readonly pages: AsyncIterable<readonly FoundLine[]> | Iterable<readonly FoundLine[]>;
  readonly anchors: readonly AuditAnchor[];
  /** It is known to have had a first line. */
  readonly hasBegun?: boolean;
}): Promise<Verdict> {
  const { charityId, anchors } = chain;
  const known = { charityId, anchored: Map.groupBy(anchors, ({ number }) => number) };
  let head = start;
  for await (const page of chain.pages) {
    const verdict = followPage(page.map(read), head, known);
    if (!verdict.holds) return verdict;
    head = verdict.head;
  }
  const isCutShort = anchors.some(({ number }) => number > head.number);
  if (isCutShort) return brokenAt(head.number + 1, 'cutShort');
  return chain.hasBegun && head === start ? brokenAt(1, 'missing') : { holds: true, head };
}

interface ReadLine {
  readonly link: AuditLink | undefined;
  /** Of the text as it is now. */
  readonly hash: string;
  readonly isAsKept: boolean;
}

function read({ text, hash: kept }: FoundLine): ReadLine {
  const hash = hashOf(text);
  return { link: readLink(text), hash, isAsKept: kept === undefined || kept === hash };
}

interface Known {
  readonly charityId: string;
  /** What is known of a line's hash, by its number. */
  readonly anchored: ReadonlyMap<number, readonly AuditAnchor[]>;
}

function followPage(page: readonly ReadLine[], from: AuditAnchor, known: Known): Verdict {
  let head = from;
  for (const [place, here] of page.entries()) {
    const broken = breakAt(here, head, { page, place }, known);
    if (broken) return { holds: false, broken };
    head = { number: head.number + 1, hash: here.hash };
  }
  return { holds: true, head };
}

/** Where a line was found: the others of its page help to tell what is wrong with it. */
interface Surroundings {
  readonly page: readonly ReadLine[];
  readonly place: number;
}

/** What is wrong with the line that stands where the one after `head` belongs, if anything is. */
function breakAt(
  { link, hash, isAsKept }: ReadLine,
  head: AuditAnchor,
  around: Surroundings,
  { charityId, anchored }: Known,
): BrokenLink | undefined {
  const number = head.number + 1;
  if (!link || !isAsKept) return { number, what: 'changed' };
  if (link.charity !== charityId) return { number, what: 'inserted' };
  if (link.number !== number) return outOfPlace(link, head, around);
  const agrees = anchored.get(number)?.every((anchor) => anchor.hash === hash);
  if (link.previous !== head.hash) {
    // One of the two was changed. Whoever still has this line's hash speaks for it, and so against the one before.
    const next = around.page[around.place + 1];
    const isIntact = agrees ?? (next === undefined || next.link?.previous === hash);
    return { number: isIntact && head.number > 0 ? head.number : number, what: 'changed' };
  }
  return agrees === false ? { number, what: 'rewritten' } : undefined;
}

/** A line with another number than its place: its own doing, or the doing of one that is missing, moved or put in. */
function outOfPlace(link: AuditLink, head: AuditAnchor, { page, place }: Surroundings): BrokenLink {
  const number = head.number + 1;
  if (link.previous === head.hash) return { number, what: 'changed' };
  if (link.number < number) return { number: link.number, what: 'inserted' };
  const comesLater = page.slice(place + 1).some((later) => later.link?.number === number);
  return { number, what: comesLater ? 'reordered' : 'missing' };
}

const brokenAt = (number: number, what: AuditChainBreak): Verdict => ({
  holds: false,
  broken: { number, what },
});
