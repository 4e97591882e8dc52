import type { Check } from './check.js';

/** X takes up to four pictures, or one moving GIF, or a poll (docs.x.com, "Create Post"). */
export const checkAttachments: Check = ({ pictures, poll }) => {
  const block = (explanation: string, suggestion: string) => [
    { check: 'attachments' as const, verdict: 'block' as const, span: null, explanation, suggestion },
  ];
  if (poll.length > 0 && pictures.length > 0) {
    return block(
      'X does not take a poll and a picture in one post.',
      'Take one of them out, or put the picture in a post of its own.',
    );
  }
  if (pictures.length > 1 && pictures.some(({ isMoving }) => isMoving)) {
    return block(
      'A moving GIF has to be alone in its post.',
      'Take the other pictures out, or put the GIF in a post of its own.',
    );
  }
  return [];
};
