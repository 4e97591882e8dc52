/** Whether a draft of the picture’s own curator has it. What somebody else writes in a draft keeps nobody’s picture. */
export const isInDraft = `EXISTS (
  SELECT FROM draft WHERE draft.charity_id = media.charity_id AND draft.curator_id = media.curator_id
                      AND media.media_id = ANY (draft.media_ids))`;
