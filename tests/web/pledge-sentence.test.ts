import { describe, expect, test } from 'vitest';
import { readingOf } from '../../server/sign-up/form-frame.ts';
import { parse } from '../../server/http/parse.ts';
import { newPledge } from '../../server/pledges/schemas.ts';
import { pledgeSentence } from '../../web/messages/en-pledge-form.ts';
import { GPUS } from '../../server/domain/asset.ts';
import { h100Rate } from '../../server/domain/quantity.ts';
import { hoursTyped } from '../../web/messages/en-gpu-hours.ts';

const rates = new Map(GPUS.map((gpu) => [gpu.code, h100Rate(gpu)]));
const read = (input: object, isGiverShown = true): string =>
  pledgeSentence(
    readingOf(parse(newPledge, input), { currency: 'USD', h100Rates: rates }, isGiverShown),
  );

const money = (facts: object) => read({ kind: 'funding', asset: 'USD', amount: '1200', ...facts });

describe('a pledge is read back', () => {
  test.each([
    [{}, 'You plan to give $1,200.00 in one payment, shown with your name.'],
    [
      { instalments: [{ dueOn: '2027-03-01', amount: '1200' }] },
      'You plan to give $1,200.00 in one payment on 1 March 2027, shown with your name.',
    ],
    [
      { schedule: { every: 'month', times: 12, firstOn: '2027-03-01' } },
      'You plan to give $1,200.00 in 12 monthly instalments of $100.00 from 1 March 2027, shown with your name.',
    ],
    [
      { amount: '100', schedule: { every: 'quarter', times: 3, firstOn: '2027-01-31' } },
      'You plan to give $100.00 in 3 quarterly instalments of $33.33 (the last of $33.34) from 31 January 2027, shown with your name.',
    ],
    [
      {
        asset: 'KRW',
        amount: '1200000',
        instalments: [
          { dueOn: '2027-03-01', amount: '200000' },
          { dueOn: '2027-06-01', amount: '1000000' },
        ],
        visibility: 'anonymous',
      },
      'You plan to give ₩1,200,000 in 2 instalments, ₩200,000 on 1 March 2027 and ₩1,000,000 on 1 June 2027, shown without your name.',
    ],
    [
      { visibility: 'anonymous' },
      'You plan to give $1,200.00 in one payment, shown without your name.',
    ],
  ])('of money: %j', (facts, sentence) => {
    expect(money(facts)).toBe(sentence);
  });

  const gpus = { kind: 'compute', asset: 'H100-SXM', site: 'Oslo' };
  const window = { gpus: 256, from: '2026-04-01', to: '2026-10-01', availability: '0.95' };

  test('of GPUs, with their last day', () => {
    expect(read({ ...gpus, windows: [window] })).toBe(
      'You plan to give 256 H100-SXM at Oslo from 1 April to 30 September 2026, 95% of the time: 1,068,134.40 GPU-hours; shown with your name.',
    );
  });

  test('of a ramp, window by window', () => {
    const more = { gpus: 1024, from: '2026-10-01', to: '2026-10-02', availability: '1' };
    expect(read({ ...gpus, windows: [window, more] })).toBe(
      'You plan to give 256 H100-SXM at Oslo from 1 April to 30 September 2026, 95% of the time; 1,024 on 1 October 2026: in total 1,092,710.40 GPU-hours; shown with your name.',
    );
  });

  test('of overlapping windows, with the most GPUs at once', () => {
    const more = { gpus: 768, from: '2026-07-01', to: '2026-10-01', availability: '1' };
    expect(read({ ...gpus, windows: [window, more] })).toContain(
      '768 from 1 July to 30 September 2026; up to 1,024 at once: in total',
    );
  });

  test('of hours on another model, with their equivalents', () => {
    const grant = { gpuHours: '1000', from: '2026-12-01', to: '2027-02-01' };
    expect(read({ ...gpus, asset: 'A100', site: undefined, windows: grant })).toBe(
      'You plan to give time on A100 from 1 December 2026 to 31 January 2027: 1,000 GPU-hours (315.34 H100-equivalent hours); shown with your name.',
    );
  });

  test('without a name if the signature isn’t public', () => {
    expect(read({ kind: 'funding', asset: 'USD', amount: '5' }, false)).toBe(
      'You plan to give $5.00 in one payment, shown without your name, as your signature is not public.',
    );
  });
});

describe('hours are computed as one types', () => {
  const of = (typed: Record<string, string>) => hoursTyped((name) => typed[name], rates);
  const row = (index: number, gpus: string, from: string, to: string, availability: string) => ({
    [`pledge.windows.${index}.gpus`]: gpus,
    [`pledge.windows.${index}.from`]: from,
    [`pledge.windows.${index}.to`]: to,
    [`pledge.windows.${index}.availability`]: availability,
  });
  const first = row(0, '256', '2026-04-01', '2026-09-30', '95');

  test('once a row is complete', () => {
    expect(of({ 'pledge.asset': 'H100-SXM' })).toBe('');
    expect(of({ 'pledge.asset': 'H100-SXM', ...row(0, '256', '2026-04-01', '', '95') })).toBe('');
    expect(of({ 'pledge.asset': 'H100-SXM', ...first, ...row(1, 'x', '', '', '100') })).toBe(
      '1,068,134.40 GPU-hours',
    );
  });

  test('all rows together, at the model’s rate', () => {
    const second = row(1, '1,024', '2026-10-01', '2026-10-01', '');
    expect(of({ 'pledge.asset': 'B200', ...first, ...second })).toBe(
      '1,092,710.40 GPU-hours (2,484,938.75 H100-equivalent hours)',
    );
  });

  test('a grant by its hours', () => {
    const typed = { 'pledge.by': 'hours', 'pledge.windows.gpuHours': '10,000.5', ...first };
    expect(of({ 'pledge.asset': 'H200', ...typed })).toBe('10,000.50 GPU-hours');
  });
});
