/**
 * The size of a chunk: as base64 it stays well below what one message may hold, and a lost connection costs
 * little.
 */
export const chunkBytes = 262_144;

export const chunkCount = (sourceBytes: number): number => Math.ceil(sourceBytes / chunkBytes);

/** How long this chunk must be: all are full but the last. Nothing for one that does not exist. */
export function lengthOfChunk(sourceBytes: number, index: number): number | undefined {
  const left = sourceBytes - index * chunkBytes;
  return left > 0 ? Math.min(left, chunkBytes) : undefined;
}

/** Where to go on: the first chunk that is not there, or their number when all are. */
export function firstMissing(present: Iterable<number>): number {
  const there = new Set(present);
  let index = 0;
  while (there.has(index)) index += 1;
  return index;
}
