import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { me, userById, userByName } from '../accounts/look-up-users.js';
import { mute, unmute } from '../accounts/mute.js';
import { appendUpload } from '../media/append-upload.js';
import { describeMedia } from '../media/describe-media.js';
import { finalizeUpload } from '../media/finalize-upload.js';
import { initializeUpload } from '../media/initialize-upload.js';
import { uploadStatus } from '../media/upload-status.js';
import { recogniseCaller } from '../oauth/recognise-caller.js';
import { createPost } from '../posts/create-post.js';
import { deletePost } from '../posts/delete-post.js';
import { hideReply } from '../posts/hide-reply.js';
import { lookUpPost, lookUpPosts } from '../posts/look-up-posts.js';
import { userMentions, userPosts } from '../timelines/read-timeline.js';
import type { World } from '../world/world.js';
import { answerCall } from './answer-call.js';
import type { Endpoint } from './endpoint.js';
import { serveUnderFaults } from './serve-under-faults.js';

/** The part of X's API v2 that exists here. Everything else is a 404. */
const endpoints: readonly Endpoint[] = [
  me,
  userById,
  userByName,
  mute,
  unmute,
  createPost,
  deletePost,
  hideReply,
  lookUpPost,
  lookUpPosts,
  initializeUpload,
  appendUpload,
  finalizeUpload,
  uploadStatus,
  describeMedia,
  userPosts,
  userMentions,
];

const usualBodyLimitBytes = 64 * 1024;
const Texts = z.record(z.string(), z.string());
const Query = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export function serveApi(server: FastifyInstance, world: World): void {
  for (const endpoint of endpoints) {
    server.route({
      method: endpoint.method,
      url: endpoint.path,
      bodyLimit: endpoint.bodyLimitBytes ?? usualBodyLimitBytes,
      handler: (request, reply) =>
        serveUnderFaults(world, request, reply, (circumstances) =>
          answerCall(endpoint, recogniseCaller(world, request.headers.authorization), {
            world,
            params: Texts.parse(request.params),
            query: firstOfEach(request.query),
            body: request.body,
            ...circumstances,
          }),
        ),
    });
  }
}

/** `?a=1&a=2` reads as `a=1`, so that no endpoint meets a list. */
function firstOfEach(query: unknown): Record<string, string> {
  const read = Query.parse(query);
  return Object.fromEntries(
    Object.entries(read).map(([name, value]) => [name, typeof value === 'string' ? value : (value[0] ?? '')]),
  );
}
