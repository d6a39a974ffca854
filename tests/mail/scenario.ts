import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as people from '../../server/db/people.ts';
import { queueMail, type Asker, type Mail } from '../../server/mail/queue.ts';
import { emailKey } from '../../server/signatories/schemas.ts';
import type { TestApp } from '../support/app.ts';

/** Has a mail queued, as a use case does. */
export const queue = (app: TestApp, address: string, mail: Mail, asker?: Asker): Promise<void> =>
  app.ctx.db.transaction((tx) => queueMail(tx, app.ctx, address, mail, asker));

/** What Dee typed, whose address nobody has proved yet. Returns its id. */
export async function signUp(app: TestApp, facts: Record<string, unknown> = {}): Promise<string> {
  const { email = 'dee@example.org', createdAt = app.clock.now, ...more } = facts;
  const id = uuidv7();
  await app.ctx.db.insert(people.signUp).values({
    id,
    email: email as string,
    emailKey: emailKey(email as string),
    input: { kind: 'person', name: 'Dee', email, public: true, ...more },
    createdAt: createdAt as Date,
  });
  return id;
}

/** The row of a link that was sent: what its token opens. */
export async function linkRow({ ctx }: TestApp, link: string | null) {
  const token = new URL(link!).searchParams.get('token')!;
  const hash = createHash('sha256').update(token).digest();
  const [row] = await ctx.db.select().from(people.link).where(eq(people.link.tokenHash, hash));
  return row;
}

export const waitingMail = ({ ctx }: TestApp) =>
  ctx.db.select().from(people.mail).orderBy(people.mail.id);

export const later = (app: TestApp, minutes: number): void => {
  app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000);
};

/** A log that is read afterwards. */
export function listen() {
  const lines: { facts: Record<string, unknown>; message: string }[] = [];
  const add = (facts: object, message: string) => {
    lines.push({ facts: facts as Record<string, unknown>, message });
  };
  return { log: { info: add, warn: add }, lines };
}
