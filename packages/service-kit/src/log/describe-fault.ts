import { types } from 'node:util';
import type { LogFields } from './log-fields.js';

const framesShown = 8;

/**
 * What kind of fault it was and where it came from. Not its message, which may repeat what a person typed; the first
 * frame leads to the line that has the words.
 */
export function describeFault(error: unknown): { fields: LogFields; frames: string } {
  if (!isError(error)) return { fields: { errorName: typeof error }, frames: '' };
  return {
    fields: {
      errorName: error.name,
      code: textIn(error, 'code') ?? (isError(error.cause) ? textIn(error.cause, 'code') : undefined),
      constraint: textIn(error, 'constraint'),
      table: textIn(error, 'table'),
    },
    frames: framesOf(error),
  };
}

/** Also one from another realm, as node's own are under jest. */
const isError = (value: unknown): value is Error => types.isNativeError(value);

function textIn(error: Error, field: string): string | undefined {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The stack begins with the message, which may have lines of its own that look like frames: it is cut off first. */
function framesOf({ stack = '', message }: Error): string {
  const messageAt = stack.indexOf(message);
  const below = messageAt < 0 ? stack : stack.slice(messageAt + message.length);
  const frames = below.split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, framesShown)
    .map((frame) => frame.trim())
    .join(' < ');
}
