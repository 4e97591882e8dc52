import { cookieName } from '../door/request.js';

/** The device that asked to be known again. A cookie of its own: signing out does not forget the device. */
export const deviceCookieName = '__Host-baton-device';

const rules = 'Path=/; HttpOnly; Secure; SameSite=Lax';
const deviceDays = 30;

export const sessionCookie = (token: string, expiresAt: string): string =>
  `${cookieName}=${token}; Expires=${new Date(expiresAt).toUTCString()}; ${rules}`;

export const deviceCookie = (token: string): string =>
  `${deviceCookieName}=${token}; Max-Age=${deviceDays * 86_400}; ${rules}`;

export const noSession = `${cookieName}=; Max-Age=0; ${rules}`;

export function cookieOf(header: string | undefined, name: string): string | undefined {
  const cookie = header?.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return cookie?.slice(name.length + 1);
}
