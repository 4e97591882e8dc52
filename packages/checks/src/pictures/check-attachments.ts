import type { CheckOfDraft, Observation } from '../check.js';

/** X takes up to four pictures, or one moving GIF, or a poll (docs.x.com, "Create Post"). */
export const attachments: CheckOfDraft = {
  card: {
    name: 'what is attached',
    looksFor: 'What X does not take together: a poll and a picture, or a moving GIF and another picture.',
    misses: 'Nothing known.',
  },
  ofDraft: ({ pictures, poll }) => {
    const apart = (explanation: string, suggestion: string): Observation[] => [
      { severity: 'low', span: null, explanation, suggestion },
    ];
    if (poll.length > 0 && pictures.length > 0) {
      return apart(
        'X does not take a poll and a picture in one post.',
        'Take one of them out, or put the picture in a post of its own.',
      );
    }
    if (pictures.length > 1 && pictures.some(({ isMoving }) => isMoving)) {
      return apart(
        'A moving GIF has to be alone in its post.',
        'Take the other pictures out, or put the GIF in a post of its own.',
      );
    }
    return [];
  },
};
