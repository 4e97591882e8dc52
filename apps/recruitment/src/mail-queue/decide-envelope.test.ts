import { describe, expect, it } from '@jest/globals';
import { decideEnvelope } from './decide-envelope.js';

const sender = { name: 'Shine', replyTo: 'hello@shine.example' };
const door = { bounce: 'bounce+1@baton.example', reply: 'reply+1@baton.example' };
const asked = { sender, openly: true, takesReply: false, door } as const;

describe('whom a mail is from, and where it leads back to', () => {
  it('is the charity by the name it chose, and answers go where it reads them', () => {
    expect(decideEnvelope(asked)).toEqual({
      fromName: 'Shine',
      replyTo: 'hello@shine.example',
      returnTo: door.bounce,
    });
  });

  it('tells nothing of the charity to whoever asked for discreet mails, its reply address included', () => {
    expect(decideEnvelope({ ...asked, openly: false })).toEqual({
      replyTo: door.reply,
      returnTo: door.bounce,
    });
  });

  it('leads answers of a thread to the thread, whoever else reads mails', () => {
    expect(decideEnvelope({ ...asked, takesReply: true }).replyTo).toBe(door.reply);
  });

  it('names no address for answers where nobody would read them', () => {
    const { bounce } = door;
    expect(decideEnvelope({ ...asked, openly: false, door: { bounce } })).toEqual({ returnTo: bounce });
  });

  it('names no address of ours where no mail comes in', () => {
    expect(decideEnvelope({ ...asked, openly: false, door: undefined })).toEqual({});
    expect(decideEnvelope({ ...asked, takesReply: true, door: undefined }).replyTo).toBe(
      'hello@shine.example',
    );
  });
});
