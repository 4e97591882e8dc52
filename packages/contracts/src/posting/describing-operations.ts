import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, Instant, MediaId, PostId } from '../define/ids.js';
import { AltText, Picture } from './picture.js';

const team = staff('manager', 'moderator');
const mediaInput = { charityId: CharityId, mediaId: MediaId };

const alreadyOut = {
  status: 409,
  message:
    'This picture is out already, or is just going, and X does not let anybody change its description after that.',
} as const;

export const describeMedia = defineOperation({
  name: 'describe-media',
  owner: 'posting-gateway',
  summary:
    'Says what a picture shows, for people who cannot see it: its curator until it is out, or the team when they are asked. A post that waited for it goes on.',
  method: 'PUT',
  path: '/charities/{charityId}/media/{mediaId}/alt-text',
  access: [curator, team],
  input: z.object({ ...mediaInput, altText: AltText }),
  output: Picture,
  refusals: {
    alreadyOut,
    notAsked: {
      status: 409,
      message: 'The curator has not asked the team to describe this picture, so its description is theirs.',
    },
    blocked: {
      status: 422,
      message: 'This description cannot go out as it is. See what was found and change it.',
    },
  },
});

export const askForDescription = defineOperation({
  name: 'ask-for-description',
  owner: 'posting-gateway',
  summary:
    'Asks the team to describe a picture. A post with it waits until they have, and then goes on by itself.',
  method: 'POST',
  path: '/charities/{charityId}/media/{mediaId}/description-request',
  access: [curator],
  input: z.object(mediaInput),
  output: Picture,
  refusals: {
    alreadyOut,
    alreadyDescribed: {
      status: 409,
      message: 'This picture has a description. Take it out first if the team should write one.',
    },
  },
});

export const listDescriptionRequests = defineOperation({
  name: 'list-description-requests',
  owner: 'posting-gateway',
  summary:
    'Pictures that wait for the team to describe them, oldest request first, with the posts that wait for it.',
  method: 'GET',
  path: '/charities/{charityId}/description-requests',
  access: [team],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    requests: z.array(
      z.object({
        mediaId: MediaId,
        curatorId: CuratorId,
        askedAt: Instant,
        mimeType: z.string(),
        width: z.int(),
        height: z.int(),
        postIds: z.array(PostId),
      }),
    ),
  }),
  refusals: {},
});
