import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../context.ts';
import * as people from '../db/people.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { withPrefix } from '../domain/collect-errors.ts';
import { today } from '../domain/day.ts';
import { openInitiative } from '../initiative/read.ts';
import { queueMail, type Asker } from '../mail/queue.ts';
import { draftPledge } from '../pledges/draft.ts';
import { emailKey } from '../signatories/schemas.ts';
import type { LinkInput, SignUpInput } from './schemas.ts';

/**
 * Takes a sign-up, which counts nowhere until the mail that it sends is answered. Whether the address
 * has signed before is not looked at: body and time of the answer are the same, and the mail, which
 * its owner alone reads, tells. Throws `closed`, and `invalid-input` for a pledge that cannot be.
 */
export const signUp = (
  ctx: Context,
  key: RequestKey,
  input: SignUpInput,
  asker: Asker,
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    const { currency } = await openInitiative(tx);
    // Refused now what would be refused at the confirmation, when the form is gone.
    const { pledge } = input;
    if (pledge) withPrefix('pledge', () => draftPledge(pledge, currency, today(ctx.now())));
    const id = uuidv7();
    await tx.insert(people.signUp).values({
      id,
      email: input.email,
      emailKey: emailKey(input.email),
      input,
      createdAt: ctx.now(),
    });
    await queueMail(tx, ctx, input.email, { kind: 'confirm', signUpId: id }, asker);
    return { status: 202, body: { status: 'pending' } };
  });

/** Sends a way to sign in, if the address has signed: the answer is the same if not. */
export const askForLink = (
  ctx: Context,
  key: RequestKey | null,
  { email, next }: LinkInput,
  asker: Asker,
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    await queueMail(tx, ctx, email, { kind: 'sign-in', next: next ?? null }, asker);
    return { status: 202, body: { status: 'sent' } };
  });
