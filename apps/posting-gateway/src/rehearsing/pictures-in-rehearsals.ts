/** Whether its own curator has rehearsed with the picture: it is kept as long as what was rehearsed. */
export const isInRehearsal = `EXISTS (
  SELECT FROM rehearsal_post AS rehearsed
   WHERE rehearsed.charity_id = media.charity_id AND rehearsed.curator_id = media.curator_id
     AND media.media_id = ANY (rehearsed.media_ids))`;
