import type { FastifyInstance } from 'fastify';

/** The strictest policy that lets our server-rendered pages work: no script at all, styles of our own. */
const policy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** For a framed page whose call, and so whose sites, are not known: only where nothing but what its reader just sent is on it. */
export const anySite: readonly string[] = ['https:'];

/** As strict, but these sites may show it in a frame. Origins are checked where they are set. */
export const policyFramedBy = (origins: readonly string[]): string =>
  origins.length === 0
    ? policy
    : policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`);

/** The API reference runs a script of its own, from here and from nowhere else. */
const referencePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Pages with a passkey's button run one script of ours, which asks our own API. */
const passkeyPolicy = `${policy}; script-src 'self'; connect-src 'self'`;
const withPasskey = /^\/(sign-in(-passkey)?|your-sign-in|confirm-it-is-you)([/?]|$)/;

function policyOf(url: string): string {
  if (url.startsWith('/reference')) return referencePolicy;
  return withPasskey.test(url) ? passkeyPolicy : policy;
}

export function setSecurityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply) => {
    if (!reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', policyOf(request.url));
    // What one person was shown, the next person at the same computer must not find.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  });
}
