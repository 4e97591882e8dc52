import { createHash } from 'node:crypto';

/** SHA-256 in hex: what a person agreed to, word for word. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
