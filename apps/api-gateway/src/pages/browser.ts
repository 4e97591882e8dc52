import type { KnownRequest, Reply } from '../door/request.js';
import { deviceWords } from '../sign-in/device-words.js';
import { cookieOf, deviceCookie, deviceCookieName, sessionCookie } from './cookies.js';

/** What a browser tells of itself when somebody signs in with it. */
export const fromBrowser = ({ headers }: Pick<KnownRequest, 'headers'>) => ({
  device: deviceWords(headers['user-agent']),
  deviceToken: cookieOf(headers.cookie, deviceCookieName),
});

/** Gives the browser its session, and the device what it will be known by, and sends it on. */
export async function welcome(
  reply: Reply,
  session: { token: string; expiresAt: string; deviceToken?: string | undefined },
  to: string,
): Promise<void> {
  const remembered = session.deviceToken ? [deviceCookie(session.deviceToken)] : [];
  await reply
    .header('set-cookie', [sessionCookie(session.token, session.expiresAt), ...remembered])
    .redirect(to, 303);
}

/** Shows a form again, with what was wrong. */
export async function sendPage(reply: Reply, page: string): Promise<void> {
  await reply.status(422).type('text/html; charset=utf-8').send(page);
}
