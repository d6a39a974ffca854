import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach } from 'vitest';
import { MACHINE, type Actor } from '../../server/actor.ts';
import * as desk from '../../server/db/desk.ts';
import * as people from '../../server/db/people.ts';
import {
  decisionInput,
  grantRequest,
  refuseRequest,
  cancelRequest,
  requestChange,
} from '../../server/pledges/requests.ts';
import { requestInput } from '../../server/pledges/schemas.ts';
import { AGREEMENT, move } from './actors.ts';
import { atDesk } from './desk.ts';
import { useOwn } from './own-pledge.ts';
import { newKey } from './signed-in.ts';

export const YEARS_LATER = { every: 'quarter', times: 4, firstOn: '2030-03-31' } as const;
export const LATER = { kind: 'postpone', schedule: YEARS_LATER, text: 'The grant comes later.' };
export const RELEASE = { kind: 'release', text: 'The grant does not come.' };
export const less = (amount: string) => ({ kind: 'reduce', amount, text: 'Half of the grant.' });

/** As useOwn, with what Ada asks about her pledge, what is decided, and Cy, who is mailed at the desk. */
export function useRequests() {
  const own = useOwn();
  const decision = (request: string, reason: string) => decisionInput.parse({ request, reason });
  const deeds = {
    cyAddress: '',
    agree: async (figure: object = {}) => {
      const reply = await move(own.app, own.ref, 'commit', { ...figure, evidence: AGREEMENT });
      // The giver is told of it.
      await own.app.ctx.db.delete(people.mail);
      return reply;
    },
    ask: async (input: object, by: Actor = own.ada): Promise<string> => {
      const asked = requestInput.parse(input);
      const { body } = await requestChange(own.app.ctx, by, newKey(), own.ref, asked);
      return body['request'] as string;
    },
    cancel: (by: Actor = own.ada) => cancelRequest(own.app.ctx, by, newKey(), own.ref),
    grant: (request: string, by: Actor = MACHINE, seen?: string) =>
      grantRequest(own.app.ctx, by, newKey(), own.ref, decision(request, 'We spoke.'), seen),
    refuse: (request: string, by: Actor = MACHINE) =>
      refuseRequest(own.app.ctx, by, newKey(), own.ref, decision(request, 'It is ordered.')),
    mails: () => own.app.ctx.db.select().from(people.mail),
    /** What the trail says was done to the pledge, and by whom. */
    acts: async () => {
      const isAbout = eq(desk.audit.object, own.ref);
      const lines = await own.app.ctx.db
        .select()
        .from(desk.audit)
        .where(isAbout)
        .orderBy(desk.audit.id);
      return lines.map(({ by, act }) => `${by} ${act}`);
    },
  };
  const all = Object.assign(own, deeds);
  beforeAll(async () => {
    const { id } = await atDesk(own.app, 'operator', 'Cy Example', { hasPasskey: true });
    all.cyAddress = `${id}@desk.example`;
  });
  beforeEach(async () => {
    await own.app.ctx.db.delete(people.mail);
  });
  return all;
}
