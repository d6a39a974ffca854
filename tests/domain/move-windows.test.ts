import { describe, expect, it } from 'vitest';
import { assetOf } from '../../server/domain/asset.ts';
import { planMoves, type MoveRequest } from '../../server/domain/move.ts';
import { sumGpuSeconds, windowsOf } from '../../server/domain/window.ts';
import {
  bookOf,
  DAY,
  dollars,
  flowOf,
  gpus,
  refusalOf,
  run,
  standings,
  window,
  type Flow,
} from './fixtures.ts';

const YEAR = window(512, '2026-01-01', '2027-01-01');
const promised = () => run(flowOf(gpus([YEAR])), { verb: 'pledge' });

const refusedFor = (flow: Flow, request: Omit<MoveRequest, 'on'>) =>
  refusalOf(() => planMoves(bookOf(flow), { ...request, on: DAY }));

const windowsIn = (flow: Flow, stage: 'pledged' | 'committed' | 'withdrawn' | 'lapsed') =>
  windowsOf(bookOf(flow).profiles[stage]);

describe('a commitment of windows', () => {
  it('takes a part of the GPUs and their hours', () => {
    const half = window(256, '2026-07-01', '2027-01-01');
    const flow = run(promised(), { verb: 'commit', windows: [half] });
    expect(windowsIn(flow, 'committed')).toEqual([half]);
    expect(windowsIn(flow, 'pledged')).toEqual([
      window(512, '2026-01-01', '2026-07-01'),
      window(256, '2026-07-01', '2027-01-01'),
    ]);
    expect(standings(flow)).toEqual({
      pledged: (512n * 365n - 256n * 184n) * 86_400n,
      committed: 256n * 184n * 86_400n,
    });
  });

  it('of the last part takes the seconds along that floors of parts lost', () => {
    const whole = window(3, '2026-01-01', '2026-01-02', '0.0001');
    const part = { ...whole, gpus: 1 };
    const flow = run(flowOf(gpus([whole])), { verb: 'pledge' });
    const parts = [part, part, part].map((one) => ({ verb: 'commit' as const, windows: [one] }));
    run(flow, ...parts);
    expect(flow.history.map(({ quantity }) => quantity)).toEqual([25n, 8n, 8n, 9n]);
    expect(standings(flow)).toEqual({ committed: 25n });
    expect(windowsIn(flow, 'committed')).toEqual([whole]);
  });

  it('without a word of which takes all', () => {
    const flow = run(promised(), { verb: 'commit' });
    expect(flow.history[1]).toMatchObject({ quantity: sumGpuSeconds([YEAR]), windows: [YEAR] });
    expect(windowsIn(flow, 'pledged')).toEqual([]);
  });

  it.each([
    ['more GPUs than there are', window(513, '2026-01-01', '2027-01-01')],
    ['a day more than there is', window(1, '2026-12-31', '2027-01-02')],
    ['another availability', window(512, '2026-01-01', '2027-01-01', '0.95')],
  ])('cannot be of %s', (_, asked) => {
    const refusal = refusedFor(promised(), { verb: 'commit', windows: [asked] });
    expect(refusal).toMatchObject({ code: 'over-draw', fields: [{ field: 'windows' }] });
    expect(refusal.extra).toEqual({ windows: { pledged: [YEAR] } });
  });

  it('cannot be of hours that have come already', () => {
    const flow = run(promised(), { verb: 'receive', quantity: sumGpuSeconds([YEAR]) - 1n });
    const half = window(256, '2026-01-01', '2027-01-01');
    expect(refusedFor(flow, { verb: 'commit', windows: [half] }).code).toBe('over-draw');
  });
});

describe('windows that are given up', () => {
  it('leave the first stage that holds all of them', () => {
    const part = window(256, '2026-01-01', '2027-01-01');
    const flow = run(promised(), { verb: 'commit', windows: [part] });
    run(flow, { verb: 'lapse', windows: [window(100, '2026-01-01', '2026-02-01')] });
    expect(flow.history.at(-1)).toMatchObject({ from: 'pledged', to: 'lapsed' });
    run(flow, { verb: 'withdraw', windows: [part] });
    expect(flow.history.at(-1)).toMatchObject({ from: 'committed', to: 'withdrawn' });
  });

  it.each(['withdraw', 'lapse'] as const)('as a whole by %s stay on the days before', (verb) => {
    const flow = run(promised(), { verb: 'commit' }, { verb, on: '2026-03-01' });
    expect(windowsIn(flow, 'committed')).toEqual([window(512, '2026-01-01', '2026-03-01')]);
    expect(windowsIn(flow, verb === 'lapse' ? 'lapsed' : 'withdrawn')).toEqual([
      window(512, '2026-03-01', '2027-01-01'),
    ]);
    expect(bookOf(flow).stages.committed.quantity).toBe(0n);
  });

  it('leave with their last hours, when hours are named', () => {
    const whole = sumGpuSeconds([YEAR]);
    const flow = run(promised(), { verb: 'lapse', quantity: whole - 1n, on: '2026-03-01' });
    expect(windowsIn(flow, 'pledged')).toEqual([YEAR]);
    run(flow, { verb: 'lapse', quantity: 1n, on: '2026-03-01' });
    expect(windowsIn(flow, 'pledged')).toEqual([window(512, '2026-01-01', '2026-03-01')]);
  });

  it('come back as they left', () => {
    const flow = run(promised(), { verb: 'withdraw', on: '2026-03-01' }, { verb: 'reinstate' });
    expect(windowsIn(flow, 'pledged')).toEqual([YEAR]);
    expect(windowsIn(flow, 'withdrawn')).toEqual([]);
  });
});

it.each([3600n, undefined])('hours that are delivered (%s) leave the windows there', (quantity) => {
  const flow = run(promised(), { verb: 'commit' }, { verb: 'receive', quantity });
  const hours = quantity ?? sumGpuSeconds([YEAR]);
  expect(flow.history.at(-1)).toMatchObject({ from: 'committed', windows: null, quantity: hours });
  expect(windowsIn(flow, 'committed')).toEqual([YEAR]);
});

describe('a pledge is moved by', () => {
  const grant = () =>
    run(
      flowOf(
        dollars(7200n, { asset: assetOf('A100'), grant: { from: '2026-01-01', to: '2027-01-01' } }),
      ),
      { verb: 'pledge' },
    );

  it('windows and not hours, to commit GPUs', () => {
    expect(refusedFor(promised(), { verb: 'commit', quantity: 3600n })).toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'gpuHours' }],
    });
  });

  it.each(['receive', 'trigger', 'refund', 'pledge'] as const)('hours, to %s GPUs', (verb) => {
    expect(refusedFor(promised(), { verb, windows: [YEAR] })).toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'windows' }],
    });
  });

  it('hours, when it is a grant without GPUs', () => {
    expect(refusedFor(grant(), { verb: 'commit', windows: [YEAR] }).code).toBe('invalid-input');
    const flow = run(grant(), { verb: 'commit', quantity: 3600n });
    expect(flow.history.at(-1)?.windows).toBeNull();
    expect(refusedFor(flow, { verb: 'commit', quantity: 3601n }).extra).toEqual({
      balances: { pledged: '1.00' },
    });
  });
});
