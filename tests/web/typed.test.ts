import { describe, expect, test } from 'vitest';
import { gapsOf } from '../../server/domain/window.ts';
import { partOf } from '../../server/domain/typed-numbers.ts';
import { typedPledge } from '../../web/forms/pledge.ts';
import { newPledge } from '../../server/pledges/schemas.ts';
import { typedSignUp } from '../../web/forms/sign.ts';
import { signUpInput } from '../../server/sign-up/schemas.ts';
import { parse } from '../../server/http/parse.ts';

const valuesOf = (typed: Record<string, string>) => new Map(Object.entries(typed));

const FUNDING = {
  'pledge.asset': 'USD',
  'pledge.amount': '1,200.00',
  'pledge.schedule.every': 'once',
  'pledge.visibility': 'public',
  'pledge.paidThrough.kind': 'none',
  'pledge.note': '',
};

const funding = (typed: Record<string, string>) =>
  typedPledge(valuesOf({ ...FUNDING, ...typed }), 'funding');

const COMPUTE = {
  'pledge.asset': 'H100-SXM',
  'pledge.site': 'Oslo',
  'pledge.by': 'windows',
  'pledge.visibility': 'anonymous',
  'pledge.measuredBy': 'reservation',
};

const compute = (typed: Record<string, string>) =>
  typedPledge(valuesOf({ ...COMPUTE, ...typed }), 'compute');

/** A row of windows as it is sent: its availability stands there from the start. */
const row = (index: number, gpus: string, from: string, to: string, availability = '100') => ({
  [`pledge.windows.${index}.gpus`]: gpus,
  [`pledge.windows.${index}.from`]: from,
  [`pledge.windows.${index}.to`]: to,
  [`pledge.windows.${index}.availability`]: availability,
});

/** The fields of the form at which the schema finds something wrong. */
function faults(typed: ReturnType<typeof typedPledge>, schema: Parameters<typeof parse>[0]) {
  try {
    parse(schema, typed.input);
    return [];
  } catch (error) {
    return (error as { fields: { field: string }[] }).fields.map(({ field }) =>
      typed.fieldOf(field),
    );
  }
}

describe('a typed pledge of money', () => {
  test('in one payment is an amount without thousands separators, and a day if one is given', () => {
    expect(parse(newPledge, funding({}).input)).toMatchObject({
      kind: 'funding',
      asset: 'USD',
      amount: '1200.00',
      visibility: 'public',
    });
    expect(funding({}).input).not.toHaveProperty('instalments');
    expect(
      parse(newPledge, funding({ 'pledge.schedule.firstOn': '2027-03-01' }).input),
    ).toMatchObject({
      instalments: [{ dueOn: '2027-03-01', amount: '1200.00' }],
    });
  });

  test('may name its currency in every amount, and in no other one', () => {
    const typed = funding({
      'pledge.amount': '$3k',
      'pledge.schedule.every': 'free',
      'pledge.instalments.0.dueOn': '2027-03-01',
      'pledge.instalments.0.amount': '1,000 USD',
      'pledge.instalments.1.dueOn': '2027-04-01',
      'pledge.instalments.1.amount': '€2,000',
    });
    expect(typed.input).toMatchObject({
      amount: '3000',
      instalments: [{ amount: '1000' }, { amount: '€2,000' }],
    });
  });

  test('monthly is a schedule, whatever the hidden fields contain', () => {
    const typed = funding({
      'pledge.schedule.every': 'month',
      'pledge.schedule.firstOn': '2027-03-01',
      'pledge.schedule.times': '12',
      'pledge.instalments.0.amount': '7',
    });
    const read = parse(newPledge, typed.input);
    expect(read).toMatchObject({ schedule: { every: 'month', times: 12, firstOn: '2027-03-01' } });
    expect(read).not.toHaveProperty('instalments');
  });

  test('in instalments leaves out empty rows', () => {
    const typed = funding({
      'pledge.schedule.every': 'free',
      'pledge.instalments.0.dueOn': '',
      'pledge.instalments.0.amount': '',
      'pledge.instalments.1.dueOn': '2027-03-01',
      'pledge.instalments.1.amount': '200',
      'pledge.instalments.10.dueOn': '2027-06-01',
      'pledge.instalments.10.amount': '1,000',
    });
    expect(parse(newPledge, typed.input)).toMatchObject({
      instalments: [
        { dueOn: '2027-03-01', amount: '200' },
        { dueOn: '2027-06-01', amount: '1000' },
      ],
    });
  });

  test('names who pays', () => {
    const typed = funding({
      'pledge.paidThrough.kind': 'agency',
      'pledge.paidThrough.name': 'Example Council',
      'pledge.purchaseOrder': 'PO 17',
    });
    expect(parse(newPledge, typed.input)).toMatchObject({
      paidThrough: { kind: 'agency', name: 'Example Council' },
      purchaseOrder: 'PO 17',
    });
  });

  test.each([
    [{ 'pledge.amount': '' }, ['pledge.amount']],
    [
      { 'pledge.schedule.every': 'month', 'pledge.schedule.times': 'often' },
      ['pledge.schedule.times', 'pledge.schedule.firstOn'],
    ],
    [
      { 'pledge.schedule.every': 'free' },
      ['pledge.instalments.0.dueOn', 'pledge.instalments.0.amount'],
    ],
    [
      { 'pledge.schedule.every': 'free', 'pledge.instalments.3.amount': '5' },
      ['pledge.instalments.3.dueOn'],
    ],
    [{ 'pledge.schedule.firstOn': '1 March' }, ['pledge.schedule.firstOn']],
    [{ 'pledge.paidThrough.kind': 'fund' }, ['pledge.paidThrough.name']],
  ])('has its errors at the wrong fields: %j', (typed, fields) => {
    expect(faults(funding(typed as unknown as Record<string, string>), newPledge)).toEqual(fields);
  });
});

describe('a typed pledge of GPUs', () => {
  test('is windows whose availability is a percentage', () => {
    const typed = compute({
      ...row(0, '', '', ''),
      ...row(1, '1,024', '2026-04-01', '2026-09-30', '95 %'),
      ...row(2, '2048', '2026-10-01', '2027-03-31'),
    });
    expect(parse(newPledge, typed.input)).toMatchObject({
      kind: 'compute',
      site: 'Oslo',
      measuredBy: 'reservation',
      visibility: 'anonymous',
      windows: [
        { gpus: 1024, from: '2026-04-01', to: '2026-10-01', availability: '0.95' },
        { gpus: 2048, from: '2026-10-01', to: '2027-04-01', availability: '1' },
      ],
    });
  });

  test('by hours is a grant', () => {
    const typed = compute({
      ...row(0, '5', '2026-04-01', '2026-10-01'),
      'pledge.by': 'hours',
      'pledge.windows.gpuHours': '10,000.25',
      'pledge.windows.from': '2026-04-01',
      'pledge.windows.to': '2026-09-30',
    });
    expect(parse(newPledge, typed.input)).toMatchObject({
      windows: { gpuHours: '10000.25', from: '2026-04-01', to: '2026-10-01' },
    });
  });

  test.each([
    [{}, ['gpus', 'from', 'to'].map((column) => `pledge.windows.0.${column}`)],
    [row(2, '5', '2026-04-01', '', '0'), ['pledge.windows.2.to', 'pledge.windows.2.availability']],
    [
      { 'pledge.by': 'hours', 'pledge.windows.gpuHours': '5' },
      ['pledge.windows.from', 'pledge.windows.to'],
    ],
  ])('has its errors at the wrong fields: %j', (typed, fields) => {
    expect(faults(compute(typed), newPledge)).toEqual(fields);
  });

  test.each([
    ['95', '0.9500'],
    ['99.5%', '0.9950'],
    ['0.25 %', '0.0025'],
    ['100', '1.0000'],
    ['110', '1.1000'],
    ['most', 'most'],
    ['99.999', '99.999'],
  ])('has %s of the time as %s', (percentage, part) => {
    expect(partOf(percentage)).toBe(part);
  });
});

test('days without any window are between windows, not before, after or inside of one', () => {
  const window = (from: string, to: string) => ({ gpus: 1, from, to, availability: '1' });
  expect(
    gapsOf([
      window('2026-05-01', '2026-06-01'),
      window('2026-01-01', '2026-03-01'),
      window('2026-02-01', '2026-02-10'),
      window('2026-03-01', '2026-04-01'),
      window('2026-06-02', '2026-06-03'),
    ]),
  ).toEqual([
    { from: '2026-04-01', to: '2026-05-01' },
    { from: '2026-06-01', to: '2026-06-02' },
  ]);
});

describe('a typed signature', () => {
  const ADA = {
    kind: 'person',
    name: 'Ada Example',
    role: 'Researcher',
    affiliation: 'Example University',
    url: 'ada.example/about',
    country: '',
    email: 'ada@example.org',
    statement: '',
    public: 'no',
    adult: 'yes',
    notice: '2026-12b',
  };

  test('leaves out empty fields, and adds the scheme of a website', () => {
    expect(parse(signUpInput, typedSignUp(valuesOf(ADA), null).input)).toEqual({
      kind: 'person',
      name: 'Ada Example',
      role: 'Researcher',
      affiliation: 'Example University',
      url: 'https://ada.example/about',
      email: 'ada@example.org',
      public: false,
      adult: true,
      notice: '2026-12b',
    });
  });

  test('of an organisation has no role and no affiliation', () => {
    const typed = typedSignUp(valuesOf({ ...ADA, kind: 'organisation' }), null);
    const read = parse(signUpInput, typed.input);
    expect(read).not.toHaveProperty('role');
    expect(read).not.toHaveProperty('affiliation');
  });

  test('needs an adult, and consent to this version of the notice', () => {
    const { adult: _, ...young } = ADA;
    const typed = typedSignUp(valuesOf({ ...young, notice: '2025-01' }), null);
    expect(faults(typed, signUpInput)).toEqual(['adult', 'notice']);
  });

  test('has its pledge’s errors at the pledge’s fields', () => {
    const typed = typedSignUp(valuesOf({ ...ADA, ...FUNDING, 'pledge.amount': '' }), 'funding');
    expect(faults(typed, signUpInput)).toEqual(['pledge.amount']);
  });
});
