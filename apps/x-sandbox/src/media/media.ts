import type { ImageSize } from './measure-image.js';

export const mediaTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;
export type MediaType = (typeof mediaTypes)[number];

interface Upload {
  readonly id: string;
  readonly ownerId: string;
  readonly mediaType: MediaType;
  readonly totalBytes: number;
}

/** An upload collects its segments until it is finalized; only then may a post carry it. */
export type Media =
  | (Upload & { readonly state: 'receiving'; readonly segments: ReadonlyMap<number, Buffer> })
  | (Upload & {
      readonly state: 'ready';
      readonly bytes: Buffer;
      readonly size: ImageSize;
      readonly altText: string | undefined;
    });

/** X's limits: 5 MB for a picture, 15 MB for a GIF (docs.x.com, "Media best practices"). */
export function maxBytesOf(mediaType: MediaType): number {
  return (mediaType === 'image/gif' ? 15 : 5) * 1024 * 1024;
}

export const maxAltTextLength = 1_000;
export const mediaLifeS = 24 * 60 * 60;

/** The key other endpoints name a picture by. */
export function mediaKeyOf(id: string): string {
  return `3_${id}`;
}
