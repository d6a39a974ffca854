import type { FormState } from '../../../web/components/form.tsx';
import {
  ACCOUNTS,
  AccountFormView,
  AccountsView,
  type AccountLine,
} from '../../../web/desk/initiative/accounts.tsx';
import { ACCOUNT_FIELDS, UNTIL_FIELDS } from '../../../web/forms/desk.ts';
import { fillFields, type FormField } from '../../../web/forms/fields.ts';
import { enterAccount, removeAccount } from '../../accounts/change.ts';
import { accountOf, readAccounts, type AccountState } from '../../accounts/read.ts';
import { accountInput, removalInput } from '../../accounts/schemas.ts';
import type { Context } from '../../context.ts';
import { isCurrency } from '../../domain/asset.ts';
import type { Act } from '../../domain/audit-trail.ts';
import { parse } from '../../http/parse.ts';
import {
  doneAt,
  statusByField,
  type DeskForm,
  type DeskPages,
  type DeskRequest,
} from '../frame.ts';
import { keepingTyped } from './routes.ts';

const SEEN: FormField = { at: 'seen', as: 'hidden', read: Number };
const ENTERED = [...ACCOUNT_FIELDS, ...UNTIL_FIELDS, SEEN];
const REMOVED = [{ at: 'currency' }, ...UNTIL_FIELDS, SEEN];

type Run = (desk: DeskForm, input: unknown) => Promise<unknown>;

/** Null once a removal holds. */
function lineOf({ currency, newest, shown, fault }: AccountState, now: Date): AccountLine | null {
  const account = newest && accountOf(newest);
  const shownFrom = newest?.shownFrom ?? now;
  const isInForce = shownFrom <= now;
  if (fault === null && isInForce && account === null) return null;
  return { currency, account, shownFrom, isInForce, shown, isFaulty: fault !== null };
}

/** What the form begins with: the newest account of the currency that the address names. */
async function initialOf(ctx: Context, { request }: DeskRequest): Promise<FormState> {
  const { currency } = request.query as { currency?: unknown };
  if (typeof currency !== 'string' || !isCurrency(currency)) {
    return { values: new Map([['seen', '0']]), errors: [] };
  }
  const [state] = await readAccounts(ctx, currency);
  const account = state!.newest && accountOf(state!.newest);
  const seen = String(state!.revision);
  const values = fillFields(ACCOUNT_FIELDS, { currency, ...account });
  return { values: new Map([...values, ['seen', seen]]), errors: [] };
}

/** Where givers transfer money to. */
export function registerAccounts(pages: DeskPages, ctx: Context): void {
  pages.get(ACCOUNTS, 'manage', async (desk) => {
    const states = await readAccounts(ctx);
    const lines = states.map((state) => lineOf(state, ctx.now())).filter((line) => line !== null);
    return pages.send(desk, AccountsView, { lines });
  });
  const form = (path: string, fields: readonly FormField[], act: Act, run: Run) =>
    pages.form(
      `${ACCOUNTS}/${path}`,
      ['manage', 'touch'],
      fields,
      async (desk, typed) => {
        const page = { form: typed ?? (await initialOf(ctx, desk)), removes: fields === REMOVED };
        return pages.send(desk, AccountFormView, page, statusByField(page.form));
      },
      async (desk) => {
        await keepingTyped(() => run(desk, desk.input));
        return doneAt(desk.reply, ACCOUNTS, act);
      },
    );
  form('change', ENTERED, 'account.enter', ({ actor, key }, input) =>
    enterAccount(ctx, actor, key, parse(accountInput, input)),
  );
  form('remove', REMOVED, 'account.remove', ({ actor, key }, input) =>
    removeAccount(ctx, actor, key, parse(removalInput, input)),
  );
}
