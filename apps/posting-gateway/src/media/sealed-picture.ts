import type { MediaId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';

/** Pictures are sealed as base64, since the vault seals text. */
const pictureOwner = (mediaId: MediaId): string => `media:${mediaId}`;
/** What was sent has a key of its own, to be shredded as soon as there is a clean picture. */
const sourceOwner = (mediaId: MediaId): string => `media-source:${mediaId}`;

export const sealPicture = (vault: Vault, tx: Tx, mediaId: MediaId, bytes: Buffer): Promise<Buffer> =>
  vault.seal(tx, pictureOwner(mediaId), 'picture', bytes.toString('base64'));

export const openPicture = async (vault: Vault, tx: Tx, mediaId: MediaId, sealed: Buffer): Promise<Buffer> =>
  Buffer.from(await vault.open(tx, pictureOwner(mediaId), 'picture', sealed), 'base64');

export const sealAltText = (vault: Vault, tx: Tx, mediaId: MediaId, altText: string): Promise<Buffer> =>
  vault.seal(tx, pictureOwner(mediaId), 'alt-text', altText);

export const openAltText = (vault: Vault, tx: Tx, mediaId: MediaId, sealed: Buffer): Promise<string> =>
  vault.open(tx, pictureOwner(mediaId), 'alt-text', sealed);

export const sealChunk = (
  vault: Vault,
  tx: Tx,
  mediaId: MediaId,
  index: number,
  base64: string,
): Promise<Buffer> => vault.seal(tx, sourceOwner(mediaId), `chunk-${index}`, base64);

export const openChunk = async (
  vault: Vault,
  tx: Tx,
  mediaId: MediaId,
  index: number,
  sealed: Buffer,
): Promise<Buffer> =>
  Buffer.from(await vault.open(tx, sourceOwner(mediaId), `chunk-${index}`, sealed), 'base64');

export const shredSource = (vault: Vault, tx: Tx, mediaId: MediaId): Promise<void> =>
  vault.shred(tx, sourceOwner(mediaId));

/** Everything of a picture that nobody will ever finish. */
export async function shredMedia(vault: Vault, tx: Tx, mediaId: MediaId): Promise<void> {
  await vault.shred(tx, sourceOwner(mediaId));
  await vault.shred(tx, pictureOwner(mediaId));
}
