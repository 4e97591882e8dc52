import { type Media, mediaKeyOf } from './media.js';

/** Attached media as the API shows it in `includes.media`. */
export function mediaView(media: Media, fields: ReadonlySet<string>): object {
  const view: Record<string, unknown> = {
    media_key: mediaKeyOf(media.id),
    type: media.mediaType === 'image/gif' ? 'animated_gif' : 'photo',
  };
  if (media.state !== 'ready') return view;
  if (fields.has('url')) view['url'] = mediaPath(media.id);
  if (fields.has('width')) view['width'] = media.size.width;
  if (fields.has('height')) view['height'] = media.size.height;
  if (fields.has('alt_text') && media.altText !== undefined) view['alt_text'] = media.altText;
  return view;
}

/** Where the uploaded bytes can be fetched again, exactly as they came. */
export function mediaPath(id: string): string {
  return `/sandbox/media/${id}`;
}
