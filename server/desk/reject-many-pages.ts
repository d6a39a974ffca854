import type { FormState } from '../../web/components/form.tsx';
import { renderRejectMany } from '../../web/desk/reject-many.tsx';
import type { Assets } from '../../web/page.tsx';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { sendPage } from '../http/page.ts';
import { parse } from '../http/parse.ts';
import {
  previewRejection,
  rejectMany,
  rejectManyInput,
  selectionInput,
} from '../signatories/reject-many.ts';
import { deskFrame, doneAt, type DeskPages, type DeskRequest } from './frame.ts';

const PATH = '/admin/reject-many';
const NAMES = ['domain', 'pattern', 'seen', 'upTo', 'reason'] as const;
/** So many of them are named. */
const SHOWN = 200;

/** What is empty was not named. */
const named = (values: ReadonlyMap<string, string>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, values.get(name) || undefined]));

/** Rejecting many signatures: a preview by its address, and a form that confirms it. */
export function registerRejectMany(pages: DeskPages, ctx: Context, assets: Assets): void {
  const show = async (desk: DeskRequest, { values, errors }: FormState) => {
    const { preview, errors: wrong } = await previewOf(ctx, values);
    const form = { values, errors: [...errors, ...wrong] };
    const status = form.errors.length === 0 ? 200 : errors.some(isWhole) ? 409 : 400;
    const page = { frame: await deskFrame(ctx, desk), form, preview };
    return sendPage(desk.reply, status, renderRejectMany(page, assets));
  };
  pages.get(PATH, 'decide', (desk) => {
    const query = new URLSearchParams(desk.request.query as Record<string, string>);
    return show(desk, { values: new Map(query), errors: [] });
  });
  pages.post(
    PATH,
    'decide',
    NAMES,
    async ({ actor, key, values, reply }) => {
      const input = parse(rejectManyInput, named(values, NAMES));
      await rejectMany(ctx, actor, key, input);
      return doneAt(reply, '/admin', 'signatory.reject-many');
    },
    show,
  );
}

const isWhole = ({ field }: { field: string }): boolean => field === '';

/** What a selection finds, or what is wrong with it; nothing where nothing was named yet. */
async function previewOf({ db }: Context, values: ReadonlyMap<string, string>) {
  const selection = named(values, ['domain', 'pattern']);
  const isNamed = selection['domain'] !== undefined || selection['pattern'] !== undefined;
  if (!isNamed && !values.has('domain') && !values.has('pattern')) {
    return { preview: null, errors: [] };
  }
  try {
    const preview = await previewRejection(db, parse(selectionInput, selection), SHOWN);
    return { preview, errors: [] };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
    return { preview: null, errors: error.fields };
  }
}
