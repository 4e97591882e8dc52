import { z } from 'zod';

/** Somewhere a person in distress can turn to. How to reach it is written as people say it: `116 123`, `SHOUT to 85258`. */
export const SignpostingResource = z
  .object({
    name: z.string().trim().min(1).max(80),
    /** For whom, when, and what it costs. */
    about: z.string().trim().min(1).max(200),
    call: z.string().trim().min(1).max(60).optional(),
    text: z.string().trim().min(1).max(60).optional(),
    web: z
      .url({ protocol: /^https$/ })
      .max(200)
      .optional(),
  })
  .refine(({ call, text, web }) => call !== undefined || text !== undefined || web !== undefined, {
    message: 'say how to reach it: a number to call or text, or a page',
  });
export type SignpostingResource = z.infer<typeof SignpostingResource>;
