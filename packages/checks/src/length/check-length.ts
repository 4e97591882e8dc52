import type { CheckOfDraft } from '../check.js';
import { longestPost, weightedLength } from './weighted-length.js';

/** X refuses more than 280, and a post with nothing in it. */
export const length: CheckOfDraft = {
  card: {
    name: 'its length',
    looksFor: 'Texts longer than X allows, counted as X counts, and posts with nothing in them.',
    misses: 'Nothing known.',
  },
  ofDraft: ({ text, pictures }) => {
    const over = weightedLength(text) - longestPost;
    if (over > 0) {
      return [
        {
          ...{ severity: 'low', span: null, explanation: `This is ${over} longer than X allows.` },
          suggestion: 'Make it shorter, or split it into a thread.',
        },
      ];
    }
    if (text.trim() === '' && pictures.length === 0) {
      return [
        {
          ...{ severity: 'low', span: null, explanation: 'There is nothing in this post yet.' },
          suggestion: 'Write something or add a picture.',
        },
      ];
    }
    return [];
  },
};
