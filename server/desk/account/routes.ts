import {
  AccountView,
  CodesView,
  CodesFormView,
  NewPasskeyView,
  RemovalView,
  RenameView,
} from '../../../web/desk/account/page.tsx';
import type { FormState } from '../../../web/components/form.tsx';
import { requireTouch } from '../../actor.ts';
import {
  addPasskey,
  endOwnDeskSession,
  noPasskey,
  passkeyInput,
  readAccount,
  readSelf,
  removePasskey,
  renamePasskey,
} from '../../admins/account.ts';
import { askForNewPasskey } from '../../admins/passkey.ts';
import { remakeRecoveryCodes } from '../../admins/recovery.ts';
import type { Context } from '../../context.ts';
import { parse } from '../../http/parse.ts';
import { madeOf } from '../sign-in/routes.ts';
import { BLANK, doneAt, statusOf, type DeskPages, type DeskRequest } from '../frame.ts';

const HOME = '/admin/account';

export function registerAccount(pages: DeskPages, ctx: Context): void {
  pages.get(HOME, 'view', async (desk) =>
    pages.send(desk, AccountView, await readAccount(ctx, desk.actor)),
  );
  registerPasskeys(pages, ctx);
  registerCodes(pages, ctx);
  const end = (path: string) =>
    pages.post(path, 'view', [], async ({ actor, key, params, reply }) => {
      await endOwnDeskSession(ctx, actor, key, params['id'] ?? null);
      return doneAt(reply, HOME, 'session.end');
    });
  end(`${HOME}/sessions/end`);
  end(`${HOME}/sessions/:id/end`);
}

function registerPasskeys(pages: DeskPages, ctx: Context): void {
  const showNew = async (desk: DeskRequest, { errors } = BLANK) => {
    const options = await askForNewPasskey(ctx, 'passkey', await readSelf(ctx, desk.actor));
    return pages.send(desk, NewPasskeyView, { options, errors }, statusOf({ errors }));
  };
  pages.form(
    `${HOME}/passkeys/new`,
    { right: 'view', needsTouch: true, names: ['passkey'], show: showNew },
    async ({ actor, values, request, reply }) => {
      await addPasskey(ctx, actor, madeOf(request, values.get('passkey')));
      return doneAt(reply, HOME, 'passkey.add');
    },
  );

  const passkeyOf = async ({ actor, params }: DeskRequest) => {
    const { passkeys } = await readAccount(ctx, actor);
    const passkey = passkeys.find(({ id }) => id === params['id']);
    if (!passkey) throw noPasskey();
    return passkey;
  };
  const showName = async (desk: DeskRequest, typed?: FormState) => {
    const { name } = await passkeyOf(desk);
    const form = typed ?? { values: new Map([['name', name]]), errors: [] };
    return pages.send(desk, RenameView, { form }, statusOf(form));
  };
  pages.form(
    `${HOME}/passkeys/:id/name`,
    { right: 'view', names: ['name'], show: showName },
    async ({ actor, key, params, values, reply }) => {
      const { name } = parse(passkeyInput, { name: values.get('name') ?? '' });
      await renamePasskey(ctx, actor, key, { id: params['id'] ?? '', name });
      return doneAt(reply, HOME, 'passkey.rename');
    },
  );
  const showRemoval = async (desk: DeskRequest, form = BLANK) => {
    const { name } = await passkeyOf(desk);
    return pages.send(desk, RemovalView, { form, name }, statusOf(form));
  };
  pages.form(
    `${HOME}/passkeys/:id/remove`,
    { right: 'view', needsTouch: true, names: [], show: showRemoval },
    async ({ actor, key, params, reply }) => {
      await removePasskey(ctx, actor, key, params['id'] ?? '');
      return doneAt(reply, HOME, 'passkey.remove');
    },
  );
}

function registerCodes(pages: DeskPages, ctx: Context): void {
  const path = `${HOME}/recovery-codes`;
  pages.get(path, 'view', async (desk) => {
    requireTouch(desk.actor, ctx.now());
    return pages.send(desk, CodesFormView, { form: BLANK });
  });
  // The answer itself shows the codes: another page could only show what is kept.
  pages.post(path, 'view', [], async (desk) =>
    pages.send(desk, CodesView, { codes: await remakeRecoveryCodes(ctx, desk.actor) }),
  );
}
