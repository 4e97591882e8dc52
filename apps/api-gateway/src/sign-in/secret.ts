import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes as 43 characters: nobody guesses it, so its plain SHA-256 can be kept without salt or key. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
