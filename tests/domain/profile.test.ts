import { expect, test } from 'vitest';
import { besideName, quotesOf } from '../../server/domain/profile.ts';

const profile = {
  role: 'researcher',
  affiliation: 'Example University',
  url: 'https://uni.example',
  country: 'NO',
  statement: 'In the open.',
};

test('beside a person’s name are role, affiliation and country; beside an organisation’s, its country', () => {
  expect(besideName(profile, 'person')).toEqual(['researcher', 'Example University', 'NO']);
  expect(besideName(profile, 'organisation')).toEqual(['NO']);
});

test('below a name is what somebody wrote in several lines', () => {
  expect(quotesOf(profile)).toEqual(['In the open.']);
  expect(quotesOf({ ...profile, statement: null })).toEqual([]);
});
