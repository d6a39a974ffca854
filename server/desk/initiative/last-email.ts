import { LAST_EMAIL, EmailView } from '../../../web/desk/email.tsx';
import { HOME } from '../../../web/desk/initiative/forms.tsx';
import { t } from '../../../web/words.ts';
import type { Context } from '../../context.ts';
import { termsVersion } from '../../initiative/change.ts';
import { closingOf, countLastEmail, sendLastEmail } from '../../mail/last-email.ts';
import { compose } from '../../postman/compose.ts';
import { BLANK, doneAt, statusByField, type DeskPages, type DeskRequest } from '../frame.ts';
import { readInitiative } from './model.ts';

/** To all who may be written to, which an owner reads before it is sent. */
export function registerLastEmail(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, form = BLANK) => {
    const row = await readInitiative(ctx);
    const closedAt = closingOf(row);
    const { subject, text } = (await compose(ctx, '', { kind: 'closing', closedAt }))!;
    const to = await countLastEmail(ctx, closedAt);
    const words = t.closing.email;
    const page = {
      form,
      subject,
      text,
      title: words.title,
      current: 'initiative' as const,
      lead: to > 0 ? words.text(to) : words.nobody,
      submit: to > 0 ? words.submit(to) : null,
      cancel: { href: HOME, text: t.forms.cancel },
      seen: termsVersion(row),
    };
    return pages.send(desk, EmailView, page, statusByField(form));
  };
  pages.form(LAST_EMAIL, ['manage', 'touch'], ['seen'], show, async (desk) => {
    const { actor, key, values, reply } = desk;
    await sendLastEmail(ctx, actor, key, { seen: values.get('seen') ?? '' });
    return doneAt(reply, HOME, 'initiative.email');
  });
}
