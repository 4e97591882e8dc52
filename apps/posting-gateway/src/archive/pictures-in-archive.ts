/** Whether a row of `media` is shown in the archive, or kept there for whoever puts it back. */
export const isInArchive = `EXISTS (
  SELECT FROM archive_picture
   WHERE archive_picture.charity_id = media.charity_id AND archive_picture.media_id = media.media_id)`;
