import type { Picture } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { chunkBytes, chunkCount, firstMissing, lengthOfChunk } from './chunks.js';
import { chunksThere, type MediaRow, requireReady } from './media-row.js';
import { openAltText } from './sealed-picture.js';
import { wordsForPictures } from './words-for-pictures.js';

/** A picture as the contract shows it: its description opened, and how far it has come. */
export async function presentPicture(tx: Tx, vault: Vault, row: MediaRow): Promise<Picture> {
  const { mediaId, curatorId, describedBy, sealedAltText } = row;
  const common = {
    ...{ mediaId, curatorId, describedBy, begunAt: row.begunAt.toISOString() },
    altText: describedBy ? await openAltText(vault, tx, mediaId, sealedAltText) : '',
    descriptionAskedAt: row.descriptionAskedAt?.toISOString() ?? null,
  };
  switch (row.state) {
    case 'receiving':
      return { ...common, state: 'receiving', ...progressOf(row, await chunksThere(tx, mediaId)) };
    case 'ready': {
      const { mimeType, width, height, byteLength } = requireReady(row);
      return { ...common, state: 'ready', mimeType, width, height, byteLength };
    }
    case 'refused':
      return { ...common, state: 'refused', words: wordsForPictures[row.refusedAs ?? 'unknown'] };
  }
}

function progressOf({ sourceBytes: byteLength }: MediaRow, there: readonly number[]) {
  const indices = Array.from({ length: chunkCount(byteLength) }, (_, index) => index);
  return {
    ...{ byteLength, chunkBytes, nextIndex: firstMissing(there) },
    receivedBytes: there.reduce((sum, index) => sum + (lengthOfChunk(byteLength, index) ?? 0), 0),
    missing: indices.filter((index) => !there.includes(index)),
  };
}
