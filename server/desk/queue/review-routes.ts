import type { FormState } from '../../../web/components/form.tsx';
import { REVIEW_SETTINGS, renderReviewSettings } from '../../../web/desk/queue/review-settings.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import type { Context } from '../../context.ts';
import { formatAmount } from '../../domain/quantity.ts';
import { ungrouped } from '../../domain/typed-numbers.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { dailyCap, standardCap } from '../../pledges/policy.ts';
import {
  readReviewSetting,
  reviewRulesInput,
  setReviewRules,
} from '../../signatories/review-rules.ts';
import { deskFrame, doneAt, type DeskPages, type DeskRequest } from '../frame.ts';
import { readInitiative } from '../initiative/model.ts';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What was typed, as the rules have it; a switch that was disabled sends nothing. */
function typedOf(values: ReadonlyMap<string, string>) {
  const organisations = linesOf(values.get('organisations') ?? '');
  const hold = values.get('hold');
  return {
    ...(hold !== undefined && { hold: hold === 'yes' }),
    dailyCap: ungrouped(values.get('dailyCap') ?? '') || null,
    organisations: organisations.length > 0 ? organisations : null,
    seen: Number(values.get('seen')),
  };
}

/** The form by which admins say what needs a review. */
export function registerReviewSettings(pages: DeskPages, ctx: Context, assets: Assets): void {
  const show = async (desk: DeskRequest, form?: FormState) => {
    const { currency } = await readInitiative(ctx);
    const set = await readReviewSetting(ctx.db);
    const standing = new Map([
      ['hold', set.hold ? 'yes' : 'no'],
      ['dailyCap', set.dailyCapMinor === null ? '' : formatAmount(set.dailyCapMinor, currency)],
      ['organisations', set.organisations.join('\n')],
      ['seen', String(set.revision)],
    ]);
    const isOvertaken = form?.errors.some(({ field }) => field === '') ?? false;
    const shown = {
      errors: (form?.errors ?? []).map(({ field, message }) => ({
        field: field.replace(/\[.*/, ''),
        message,
      })),
      values: form && !isOvertaken ? form.values : standing,
    };
    const page = {
      frame: await deskFrame(ctx, desk),
      form: shown,
      isOverridden: !ctx.config.autoPublish,
      currency,
      standardCap: standardCap(ctx, currency),
      accepted: (await dailyCap(ctx, ctx.db, currency)).accepted,
    };
    const status = isOvertaken ? 409 : shown.errors.length > 0 ? 400 : 200;
    return sendPage(desk.reply, status, renderReviewSettings(page, assets));
  };
  pages.get(REVIEW_SETTINGS, 'decide', (desk) => show(desk));
  pages.post(
    REVIEW_SETTINGS,
    'decide',
    ['hold', 'dailyCap', 'organisations', 'seen'],
    async ({ actor, key, values, reply }) => {
      await setReviewRules(ctx, actor, key, parse(reviewRulesInput, typedOf(values)));
      return doneAt(reply, '/admin', 'review.change');
    },
    show,
  );
}
