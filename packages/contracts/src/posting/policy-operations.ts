import { z } from 'zod';
import { anyone, key, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MemberId, PostId } from '../define/ids.js';
import { CheckName, CheckRules, Verdict } from './finding.js';

/** What a preset sets; the charity's own words are not part of it. */
export const PolicyRules = z.object({
  /** Seconds a post waits before it goes, in which it can be withdrawn. */
  undoSeconds: z.int().min(0).max(120),
  /** Whether a person looks at every post of a curator before it goes, or at those a check has flagged. */
  review: z.enum(['flagged', 'every']),
  ...CheckRules.shape,
});
export type PolicyRules = z.infer<typeof PolicyRules>;

export const Policy = z.object({
  ...PolicyRules.shape,
  /** The charity's own list for `watchedWords`: words or short phrases, found in any spelling of capitals. */
  wordsToWatch: z
    .array(z.string().trim().min(2, 'must have at least two letters').max(60, 'can be at most 60 characters'))
    .max(200, 'can be at most 200'),
  /** `{name}` becomes the name the curator chose to be known by. */
  introduction: z.string().trim().min(1).max(280),
  /** `{pulse}` becomes the address where followers say whether the weekend helped; a link makes the post dearer at X. */
  signOff: z.string().trim().min(1).max(280),
  /**
   * What the charity says when a curator rests or ends early; empty where it says nothing. `{back}` becomes the planned end
   * of the takeover, such as “Monday at 09:00”.
   */
  cover: z.string().trim().max(280),
  /** `ending`: instead of the sign-off, when a takeover ends early. `restAndEnding`: also once when its curator rests. */
  coverOn: z.enum(['never', 'ending', 'restAndEnding']),
});
export type Policy = z.infer<typeof Policy>;

export const PolicyPreset = z.enum(['gentle', 'standard', 'strict']);
export type PolicyPreset = z.infer<typeof PolicyPreset>;

/** `own`: rules that are no preset's. */
export const PolicyOrigin = z.enum([...PolicyPreset.options, 'own']);
export type PolicyOrigin = z.infer<typeof PolicyOrigin>;

/** What each rule does, as a person reads it. */
const Explained = z.array(z.object({ rule: PolicyRules.keyof(), words: z.string() }));

const PolicyInForce = z.object({
  policy: Policy,
  version: z.int().positive(),
  /** The preset whose rules these are. */
  preset: PolicyOrigin,
  explained: Explained,
  /** Null where nobody has set one yet, and the charity began with it. */
  setAt: Instant.nullable(),
  setBy: MemberId.nullable(),
});

const change = {
  charityId: CharityId,
  /** Its rules are taken first, then what `policy` says; what neither says stays as it is. */
  preset: PolicyPreset.optional(),
  policy: Policy.partial().default({}),
};

const badWords = {
  status: 422,
  message: 'One of the charity’s own texts cannot go out as it is. See which, and change it.',
} as const;

const Tally = z.object({
  allow: z.int().min(0),
  warn: z.int().min(0),
  hold: z.int().min(0),
  block: z.int().min(0),
});

export const listPolicyPresets = defineOperation({
  name: 'list-policy-presets',
  owner: 'posting-gateway',
  summary: 'The three sets of rules a charity can begin with, each rule explained.',
  method: 'GET',
  path: '/policy-presets',
  access: [anyone],
  input: z.object({}),
  output: z.object({
    presets: z.array(
      z.object({
        preset: PolicyPreset,
        summary: z.string(),
        rules: PolicyRules,
        explained: Explained,
      }),
    ),
  }),
  refusals: {},
});

export const setPolicy = defineOperation({
  name: 'set-policy',
  owner: 'posting-gateway',
  summary:
    'Sets the charity’s posting policy, from a preset or in its own way; what is left out stays as it is. Each change is a new version.',
  method: 'PUT',
  path: '/charities/{charityId}/policy',
  access: [staff('trustee')],
  stepUp: true,
  input: z.object({
    ...change,
    /** Of a policy that would let everything through or nothing: it is meant so. */
    sure: z.boolean().default(false),
  }),
  output: PolicyInForce,
  refusals: {
    badWords,
    areYouSure: {
      status: 409,
      message:
        'Nothing was changed. This policy would do more than you may expect: see what. If you mean it, send it again and say that you are sure.',
    },
  },
});

export const previewPolicy = defineOperation({
  name: 'preview-policy',
  owner: 'posting-gateway',
  summary:
    'What a policy would have done with the charity’s posts of the past, beside what the one in force would do. Nothing is changed.',
  method: 'POST',
  path: '/charities/{charityId}/policy/preview',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object(change),
  output: z.object({
    policy: Policy,
    preset: PolicyOrigin,
    explained: Explained,
    /** How many of the curators’ last posts that went out it was tried on; at most 200. */
    posts: z.int().min(0),
    /** How many of them would go, go with a warning, wait for a person, not be taken. */
    before: Tally,
    after: Tally,
    /** Those that would fare differently, the newest first; at most 50. */
    different: z.array(
      z.object({
        postId: PostId,
        text: z.string(),
        before: Verdict,
        after: Verdict,
        /** By what. */
        checks: z.array(CheckName),
      }),
    ),
    /** What to know before saving it: that nothing would go by itself, or nothing be looked at. */
    concerns: z.array(z.string()),
  }),
  refusals: { badWords },
});

export const listPolicyVersions = defineOperation({
  name: 'list-policy-versions',
  owner: 'posting-gateway',
  summary: 'Every policy the charity has had, newest first, with what each changed and who set it.',
  method: 'GET',
  path: '/charities/{charityId}/policy/versions',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    versions: z.array(PolicyInForce.extend({ changed: z.array(Policy.keyof()) })),
  }),
  refusals: {},
});

export const viewPolicy = defineOperation({
  name: 'view-policy',
  owner: 'posting-gateway',
  summary: 'The posting policy in force, which preset it is, and who set it when.',
  method: 'GET',
  path: '/charities/{charityId}/policy',
  access: [staff('manager', 'moderator', 'trustee'), key('policy:read')],
  input: z.object({ charityId: CharityId }),
  output: PolicyInForce,
  refusals: {},
});
