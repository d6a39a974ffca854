import * as view from '../../../web/desk/account/page.tsx';
import type { FormState } from '../../../web/components/form.tsx';
import { requireTouch } from '../../actor.ts';
import * as account from '../../admins/account.ts';
import { askForNewPasskey } from '../../admins/passkey.ts';
import { remakeRecoveryCodes } from '../../admins/recovery.ts';
import type { Context } from '../../context.ts';
import { parse } from '../../http/parse.ts';
import { madeOf } from '../sign-in/routes.ts';
import { BLANK, doneAt, statusOf, type DeskPages, type DeskRequest } from '../frame.ts';

const HOME = '/admin/account';

export function registerAccount(pages: DeskPages, ctx: Context): void {
  pages.get(HOME, 'view', async (desk) =>
    pages.send(desk, view.AccountView, await account.readAccount(ctx, desk.actor)),
  );
  registerPasskeys(pages, ctx);
  registerCodes(pages, ctx);
  const end = (path: string) =>
    pages.post(path, 'view', [], async ({ actor, key, params, reply }) => {
      await account.endOwnDeskSession(ctx, actor, key, params['id'] ?? null);
      return doneAt(reply, HOME, 'session.end');
    });
  end(`${HOME}/sessions/end`);
  end(`${HOME}/sessions/:id/end`);
}

function registerPasskeys(pages: DeskPages, ctx: Context): void {
  const showNew = async (desk: DeskRequest, { errors } = BLANK) => {
    const options = await askForNewPasskey(ctx, 'passkey', await account.readSelf(ctx, desk.actor));
    return pages.send(desk, view.NewPasskeyView, { options, errors }, statusOf({ errors }));
  };
  pages.form(`${HOME}/passkeys/new`, ['view', 'touch'], ['passkey'], showNew, async (desk) => {
    await account.addPasskey(ctx, desk.actor, madeOf(desk.request, desk.values.get('passkey')));
    return doneAt(desk.reply, HOME, 'passkey.add');
  });

  const passkeyOf = async ({ actor, params }: DeskRequest) => {
    const { passkeys } = await account.readAccount(ctx, actor);
    const passkey = passkeys.find(({ id }) => id === params['id']);
    if (!passkey) throw account.noPasskey();
    return passkey;
  };
  const showName = async (desk: DeskRequest, typed?: FormState) => {
    const { name } = await passkeyOf(desk);
    const form = typed ?? { values: new Map([['name', name]]), errors: [] };
    return pages.send(desk, view.RenameView, { form }, statusOf(form));
  };
  pages.form(`${HOME}/passkeys/:id/name`, 'view', ['name'], showName, async (desk) => {
    const { name } = parse(account.passkeyInput, { name: desk.values.get('name') ?? '' });
    await account.renamePasskey(ctx, desk.actor, desk.key, { id: desk.params['id'] ?? '', name });
    return doneAt(desk.reply, HOME, 'passkey.rename');
  });
  const showRemoval = async (desk: DeskRequest, form = BLANK) => {
    const { name } = await passkeyOf(desk);
    return pages.send(desk, view.RemovalView, { form, name }, statusOf(form));
  };
  pages.form(`${HOME}/passkeys/:id/remove`, ['view', 'touch'], [], showRemoval, async (desk) => {
    await account.removePasskey(ctx, desk.actor, desk.key, desk.params['id'] ?? '');
    return doneAt(desk.reply, HOME, 'passkey.remove');
  });
}

function registerCodes(pages: DeskPages, ctx: Context): void {
  const path = `${HOME}/recovery-codes`;
  pages.get(path, 'view', async (desk) => {
    requireTouch(desk.actor, ctx.now());
    return pages.send(desk, view.CodesFormView, { form: BLANK });
  });
  // The answer itself shows the codes: another page could only show what is kept.
  pages.post(path, 'view', [], async (desk) =>
    pages.send(desk, view.CodesView, { codes: await remakeRecoveryCodes(ctx, desk.actor) }),
  );
}
