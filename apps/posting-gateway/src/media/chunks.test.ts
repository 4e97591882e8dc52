import { describe, expect, it } from '@jest/globals';
import { chunkBytes, chunkCount, firstMissing, lengthOfChunk } from './chunks.js';

describe('cutting a picture into chunks', () => {
  it('has full chunks and a last one with the rest', () => {
    expect(chunkCount(1)).toBe(1);
    expect(chunkCount(chunkBytes)).toBe(1);
    expect(chunkCount(chunkBytes + 1)).toBe(2);
    expect([0, 1, 2].map((index) => lengthOfChunk(chunkBytes + 1, index))).toEqual([
      chunkBytes,
      1,
      undefined,
    ]);
  });

  it('goes on at the first gap', () => {
    expect(firstMissing([])).toBe(0);
    expect(firstMissing([0, 1, 3])).toBe(2);
    expect(firstMissing([1, 0])).toBe(2);
  });
});
