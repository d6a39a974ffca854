import type { FormState } from '../../../web/components/form.tsx';
import {
  passkeyPath,
  renderAccount,
  renderCodes,
  renderCodesForm,
  renderNewPasskey,
  renderRemoval,
  renderRename,
} from '../../../web/desk/account/page.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import { requireTouch } from '../../actor.ts';
import {
  addPasskey,
  endOwnDeskSession,
  passkeyInput,
  readAccount,
  readSelf,
  removePasskey,
  renamePasskey,
} from '../../admins/account.ts';
import { askForNewPasskey } from '../../admins/passkey.ts';
import { remakeRecoveryCodes } from '../../admins/recovery.ts';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain/errors.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { madeOf } from '../sign-in/frame.ts';
import { deskFrame, doneAt, type DeskPages, type DeskRequest } from '../frame.ts';

const HOME = '/admin/account';
const FRESH: FormState = { values: new Map(), errors: [] };
const statusOf = ({ errors }: Pick<FormState, 'errors'>): number => (errors.length > 0 ? 400 : 200);

/** An admin's own passkeys, recovery codes and sessions. */
export function registerAccount(pages: DeskPages, ctx: Context, assets: Assets): void {
  pages.get(HOME, 'view', async (desk) => {
    const page = { frame: await deskFrame(ctx, desk), ...(await readAccount(ctx, desk.actor)) };
    return sendPage(desk.reply, 200, renderAccount(page, assets));
  });
  registerPasskeys(pages, ctx, assets);
  registerCodes(pages, ctx, assets);
  const end = (path: string) =>
    pages.post(path, 'view', [], async ({ actor, key, params, reply }) => {
      await endOwnDeskSession(ctx, actor, key, params['id'] ?? null);
      return doneAt(reply, HOME, 'session.end');
    });
  end(`${HOME}/sessions/end`);
  end(`${HOME}/sessions/:id/end`);
}

function registerPasskeys(pages: DeskPages, ctx: Context, assets: Assets): void {
  const showNew = async (desk: DeskRequest, { errors }: FormState) => {
    const options = await askForNewPasskey(ctx, 'passkey', await readSelf(ctx, desk.actor));
    const page = { frame: await deskFrame(ctx, desk), options, errors };
    return sendPage(desk.reply, statusOf(page), renderNewPasskey(page, assets));
  };
  /** What takes a touch is not even shown without one. */
  pages.get(`${HOME}/passkeys/new`, 'view', async (desk) => {
    requireTouch(desk.actor, ctx.now());
    return showNew(desk, FRESH);
  });
  pages.post(
    `${HOME}/passkeys/new`,
    'view',
    ['passkey'],
    async ({ actor, values, request, reply }) => {
      await addPasskey(ctx, actor, madeOf(request, values.get('passkey')));
      return doneAt(reply, HOME, 'passkey.add');
    },
    showNew,
  );

  /** One of one's own. */
  const passkeyOf = async ({ actor, params }: DeskRequest) => {
    const { passkeys } = await readAccount(ctx, actor);
    const passkey = passkeys.find(({ id }) => id === params['id']);
    if (!passkey) throw new DomainError('not-found', 'There is no such passkey.');
    return passkey;
  };
  const showName = async (desk: DeskRequest, typed?: FormState) => {
    const { id, name } = await passkeyOf(desk);
    const form = typed ?? { values: new Map([['name', name]]), errors: [] };
    const page = { frame: await deskFrame(ctx, desk), path: passkeyPath(id, 'name'), form };
    return sendPage(desk.reply, statusOf(form), renderRename(page, assets));
  };
  pages.get(`${HOME}/passkeys/:id/name`, 'view', (desk) => showName(desk));
  pages.post(
    `${HOME}/passkeys/:id/name`,
    'view',
    ['name'],
    async ({ actor, key, params, values, reply }) => {
      const { name } = parse(passkeyInput, { name: values.get('name') ?? '' });
      await renamePasskey(ctx, actor, key, { id: params['id'] ?? '', name });
      return doneAt(reply, HOME, 'passkey.rename');
    },
    showName,
  );
  const showRemoval = async (desk: DeskRequest, form: FormState) => {
    const { id, name } = await passkeyOf(desk);
    const page = { frame: await deskFrame(ctx, desk), path: passkeyPath(id, 'remove'), form };
    return sendPage(desk.reply, statusOf(form), renderRemoval(page, name, assets));
  };
  pages.get(`${HOME}/passkeys/:id/remove`, 'view', async (desk) => {
    requireTouch(desk.actor, ctx.now());
    return showRemoval(desk, FRESH);
  });
  pages.post(
    `${HOME}/passkeys/:id/remove`,
    'view',
    [],
    async ({ actor, key, params, reply }) => {
      await removePasskey(ctx, actor, key, params['id'] ?? '');
      return doneAt(reply, HOME, 'passkey.remove');
    },
    showRemoval,
  );
}

function registerCodes(pages: DeskPages, ctx: Context, assets: Assets): void {
  const path = `${HOME}/recovery-codes`;
  pages.get(path, 'view', async (desk) => {
    requireTouch(desk.actor, ctx.now());
    const page = { frame: await deskFrame(ctx, desk), path, form: FRESH };
    return sendPage(desk.reply, 200, renderCodesForm(page, assets));
  });
  // Shown by the answer itself: to go on to another page they would have to be kept.
  pages.post(path, 'view', [], async (desk) => {
    const codes = await remakeRecoveryCodes(ctx, desk.actor);
    const page = { frame: await deskFrame(ctx, desk), codes };
    return sendPage(desk.reply, 200, renderCodes(page, assets));
  });
}
