import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';

/**
 * Connections are kept, which is twenty times faster (PERFORMANCE), but for a shorter time than servers
 * keep them: a request sent into a connection that X is just closing would end as *unknown*.
 */
const keepFor = { keepAlive: true, timeout: 4_000 } as const;

const established = new WeakSet<Duplex>();

/**
 * Whether anything of a request can have left this computer. Node writes a request only once its connection
 * (and TLS) stands, so a request without a socket, or with one that never stood, was not sent.
 */
export const wasSent = (request: http.ClientRequest): boolean =>
  request.socket !== null && established.has(request.socket);

export function agentFor(origin: URL): http.Agent {
  return origin.protocol === 'http:' ? new NoticingHttpAgent(keepFor) : new NoticingHttpsAgent(keepFor);
}

class NoticingHttpAgent extends http.Agent {
  override createConnection(...connection: Parameters<http.Agent['createConnection']>) {
    return noticed(super.createConnection(...connection), 'connect');
  }
}

class NoticingHttpsAgent extends https.Agent {
  override createConnection(...connection: Parameters<https.Agent['createConnection']>) {
    return noticed(super.createConnection(...connection), 'secureConnect');
  }
}

function noticed<Socket extends Duplex | null | undefined>(socket: Socket, event: string): Socket {
  socket?.once(event, () => established.add(socket));
  return socket;
}
