import { describe, expect, it } from '@jest/globals';
import { Log } from './log.js';
import type { LogFields } from './log-fields.js';
import { NestLog } from './nest-log.js';

const charityId = '6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0001';

function writing(level: 'debug' | 'info' = 'debug') {
  const lines: string[] = [];
  const log = new Log({ service: 'scheduling', level, write: (line) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') };
}

describe('a log line', () => {
  it('is one JSON object: when, how bad, which service, what happened, and its fields', () => {
    const { log, lines, last } = writing();
    log.info('post published', { charityId, durationMs: 12, event: 'post.published.v1' });
    expect(last()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      service: 'scheduling',
      charityId,
      durationMs: 12,
      event: 'post.published.v1',
      msg: 'post published',
    });
    expect(lines[0]).toMatch(/^{.*}\n$/);
  });

  it('is not written below its level', () => {
    const { log, lines } = writing('info');
    log.debug('answered');
    expect(lines).toEqual([]);
  });

  it('keeps names from code and contracts as they are', () => {
    const names = [
      'takeover.opened.v1',
      'book-slot',
      'consume FACTS_POSTING_GATEWAY',
      'slots_do_not_overlap',
      'RpcExceptionsHandler',
      'ECONNREFUSED',
      'ERR_HTTP2_STREAM_ERROR',
      '40P01',
      '23505',
      'SIGTERM',
      'parent gone',
    ];
    const { log, last } = writing();
    const kept = names.map((reason) => {
      log.info('fact', { reason });
      return last().reason;
    });
    expect(kept).toEqual(names);
  });

  it('does not compile with a text put together at run time', () => {
    const { log, lines } = writing();
    const who: string = 'somebody';
    // @ts-expect-error: the text of a fact is a constant
    log.info(`hello ${who}`);
    // @ts-expect-error: there is no such field
    log.info('hello', { email: who });
    expect(lines).toHaveLength(2);
  });
});

describe('P2: canaries', () => {
  const canaries = {
    address: 'ada@example.org',
    token: 'bt_8Jq2vW0dT3nYxK5rB7mZ4cL9sF1hG6pQaUeIoXyR2kM',
    post: 'My legs were so stiff today… does anyone else get this? 😅',
    sentence: 'I have not told my family about the diagnosis and I do not want them to know yet',
    phone: '+44 20 7946 0958',
    secretUrl: 'postgres://baton:hunter2@127.0.0.1/baton',
    newline: 'x\n{"level":"info","msg":"forged"}',
  };
  const fieldNames = ['charityId', 'reason', 'where', 'code', 'durationMs', 'context', 'constraint'] as const;

  it.each(Object.entries(canaries))('%s is in no field, whatever its name', (_, canary) => {
    const { log, lines } = writing();
    for (const field of fieldNames) log.info('fact', { [field]: canary } as LogFields);
    log.info('fact', { email: canary, note: { text: canary } } as LogFields);
    expect(lines.join('')).not.toContain(JSON.stringify(canary).slice(1, -1));
    expect(lines.join('')).not.toContain(canary.slice(0, 12));
  });

  it.each(Object.entries(canaries))(
    '%s is in no fault: not from its message, its code, its cause',
    (_, canary) => {
      const { log, lines } = writing();
      const error = Object.assign(
        new TypeError(`${canary}\n    at ${canary}`, { cause: new Error(canary) }),
        {
          code: canary,
          constraint: canary,
          parameters: [canary],
        },
      );
      log.fault('publish', error);
      log.fault('publish', canary);
      new NestLog(log).error(error, error.stack, 'ExceptionsHandler');
      new NestLog(log).error(canary, canary, canary);
      new NestLog(log).warn(canary, canary);
      new NestLog(log).log();
      expect(lines).toHaveLength(5);
      expect(lines.join('')).not.toContain(JSON.stringify(canary).slice(1, -1));
    },
  );
});

describe('a fault', () => {
  it('tells its kind and where it came from', () => {
    const { log, last } = writing();
    log.fault('publish', Object.assign(new RangeError('too far'), { code: 'ERR_OUT_OF_RANGE' }), {
      charityId,
    });
    expect(last()).toMatchObject({
      level: 'error',
      msg: 'fault',
      where: 'publish',
      charityId,
      errorName: 'RangeError',
      code: 'ERR_OUT_OF_RANGE',
      frames: expect.stringMatching(/^at .*log\.test\./),
    });
  });

  it('may be anything that was thrown', () => {
    const { log, last } = writing();
    log.fault('publish', undefined);
    expect(last()).toMatchObject({ errorName: 'undefined', frames: '' });
  });
});
