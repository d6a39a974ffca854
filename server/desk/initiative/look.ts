import type { FormState } from '../../../web/components/form.tsx';
import { LOOK, LookView } from '../../../web/desk/initiative/look.tsx';
import { LOOK_FIELDS } from '../../../web/forms/desk.ts';
import { readFields, type Typed } from '../../../web/forms/fields.ts';
import { t } from '../../../web/words.ts';
import type { Context } from '../../context.ts';
import type { FieldError } from '../../domain/errors.ts';
import { parse } from '../../http/parse.ts';
import { changeLook, lookInput, lookVersion } from '../../look/change.ts';
import { keepLogo, MAX_LOGO_BYTES, readLogo, tooLarge } from '../../look/logo.ts';
import { htmlOf } from '../../look/markdown.ts';
import { errorsOf } from '../../sessions/pages.ts';
import { doneAt, statusOf, type DeskForm, type DeskPages, type DeskRequest } from '../frame.ts';
import { takeFile } from '../metering/routes.ts';
import { readInitiative } from './model.ts';
import { keepingTyped } from './routes.ts';

const ASKED = [...LOOK_FIELDS, 'logo', 'seen', 'go', 'file'];

const inputOf = (typed: Typed) =>
  parse(lookInput, {
    ...readFields(LOOK_FIELDS, typed).input,
    logo: typed.get('logo') || null,
    seen: typed.get('seen'),
  });

/** An error of a link says which. */
function ofLine({ field, message }: FieldError): FieldError {
  const [, name, at] = /^(.+)\[(\d+)\]$/.exec(field) ?? [];
  return name === undefined
    ? { field, message }
    : { field: name, message: t.deskLook.line(Number(at) + 1) + message };
}

/** With the logo that came along: a browser sends a file once. */
async function typedIn({ db }: Context, { request, values }: DeskForm): Promise<Typed> {
  if (values.get('go') === 'no-logo') return new Map([...values, ['logo', '']]);
  const { size = 0 } = (await request.upload?.stat()) ?? {};
  if (size === 0) return values;
  const file = await takeFile(request, MAX_LOGO_BYTES, tooLarge);
  return new Map([...values, ['logo', await keepLogo(db, file)]]);
}

/** The initiative's own look: in the scope that takes files. */
export function registerLookForm(pages: DeskPages, ctx: Context): void {
  const saved = async (): Promise<Typed> => {
    const { look } = await readInitiative(ctx);
    const shown = { ...look, links: look?.links?.join('\n'), seen: lookVersion(look) };
    return new Map(Object.entries(shown).map(([name, text]) => [name, text ?? '']));
  };
  const show = async (desk: DeskRequest, typed?: FormState) => {
    const values = typed?.values ?? (await saved());
    const errors = (typed?.errors ?? []).map(ofLine);
    const logo = (await readLogo(ctx.db, values.get('logo')))?.toString('base64') ?? null;
    const preview = errors.length > 0 ? null : inputOf(values);
    const html = htmlOf(preview?.about ?? '');
    const go = typed && preview ? ('send' as const) : ('preview' as const);
    const page = { form: { values, errors }, go, preview, html, logo };
    return pages.send(desk, LookView, page, statusOf(page.form));
  };
  pages.form(LOOK, ['manage', 'touch'], ASKED, show, async (request) => {
    const { actor, key, reply } = request;
    const values = await typedIn(ctx, request);
    try {
      const input = inputOf(values);
      if (values.get('go') !== 'send') return await show(request, { values, errors: [] });
      await keepingTyped(() => changeLook(ctx, actor, key, input));
    } catch (error) {
      const errors = errorsOf(error);
      if (!errors) throw error;
      return show(request, { values, errors });
    }
    return doneAt(reply, '/admin/initiative', 'initiative.look');
  });
}
