import type { FormState } from '../../../web/components/form.tsx';
import { REVIEW_SETTINGS, ReviewSettingsView } from '../../../web/desk/queue/review-settings.tsx';
import { REVIEW_FIELDS } from '../../../web/forms/desk.ts';
import { inCurrency, readFields } from '../../../web/forms/fields.ts';
import type { Context } from '../../context.ts';
import { formatAmount } from '../../domain/quantity.ts';
import { parse } from '../../http/parse.ts';
import { dailyCap, standardCap } from '../../pledges/policy.ts';
import { readReviewSetting, reviewRulesInput, setReviewRules } from '../../signatories/review.ts';
import { doneAt, statusByField, type DeskPages, type DeskRequest } from '../frame.ts';
import { readInitiative } from '../initiative/model.ts';

const FIELDS = Object.values(REVIEW_FIELDS);

/** The form by which admins say what needs a review. */
export function registerReviewSettings(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, typed?: FormState) => {
    const { currency } = await readInitiative(ctx);
    const set = await readReviewSetting(ctx.db);
    const standing = new Map([
      ['hold', set.hold ? 'yes' : 'no'],
      ['dailyCap', set.dailyCapMinor === null ? '' : formatAmount(set.dailyCapMinor, currency)],
      ['organisations', set.organisations.join('\n')],
      ['seen', String(set.revision)],
    ]);
    const errors = (typed?.errors ?? []).map(({ field, message }) => ({
      field: field.replace(/\[.*/, ''),
      message,
    }));
    const isOvertaken = errors.some(({ field }) => field === '');
    const form = { values: typed && !isOvertaken ? typed.values : standing, errors };
    const page = {
      form,
      isOverridden: !ctx.config.autoPublish,
      currency,
      standardCap: standardCap(ctx, currency),
      accepted: (await dailyCap(ctx, ctx.db, currency)).accepted,
    };
    return pages.send(desk, ReviewSettingsView, page, statusByField(form));
  };
  pages.form(REVIEW_SETTINGS, 'decide', FIELDS, show, async ({ actor, key, values, reply }) => {
    const { currency } = await readInitiative(ctx);
    const { input } = readFields(FIELDS, inCurrency(values, currency));
    await setReviewRules(ctx, actor, key, parse(reviewRulesInput, input));
    return doneAt(reply, '/admin/queue', 'review.change');
  });
}
