import { describe, expect, test } from 'vitest';
import { REVIEW_REASONS } from '../../server/domain/signatory.ts';
import { fundingPledge } from '../support/actors.ts';
import { useQueue } from '../support/queue.ts';
import { signedIn } from '../support/signed-in.ts';
import { ADMIN, rowOf, rowsAt } from './scenario.ts';

const queue = useQueue();
const NONE = { question: '', asked_at: '' };

describe('what was decided, and why, is in the file', () => {
  const signatory = async (id: string) =>
    (await rowsAt(queue.app, `${ADMIN}/signatories.csv`)).find((row) => row['id'] === id);
  const decide = (path: string, fields = {}) => queue.cy.post(`/admin/${path}`, fields);

  test('of signatories', async () => {
    const asked = await queue.waiting({ review: [...REVIEW_REASONS] });
    const rejected = await queue.waiting();
    const published = await queue.waiting({ review: [] });
    await decide(`signatories/${asked}/ask`, { question: '=1+1 of you?' });
    queue.later(60);
    await decide(`signatories/${rejected}/reject`, { reason: 'Not\nyou' });
    await decide(`signatories/${published}/publish`);
    expect(await signatory(asked)).toMatchObject({
      review:
        'policy held disposable-address unproved-organisation same-name look-alike known-organisation organisation-name unsigned-role mixed-scripts rejected-before busy-domain',
      question: `'=1+1 of you?`,
      asked_at: '2026-03-10T12:00:00.000Z',
      rejected_at: '',
      reason: '',
    });
    expect(await signatory(rejected)).toMatchObject({
      ...NONE,
      status: 'rejected',
      review: 'same-name',
      rejected_at: '2026-03-10T12:01:00.000Z',
      reason: 'Not\nyou',
    });
    expect(await signatory(published)).toMatchObject({ ...NONE, review: '', rejected_at: '' });
  });

  test('of pledges', async () => {
    const { signatoryId } = await signedIn(queue.app);
    const pledge = () => fundingPledge(queue.app, signatoryId, { accept: false });
    const [asked, rejected, accepted] = [await pledge(), await pledge(), await pledge()];
    queue.later(60);
    await decide(`pledges/${asked}/ask`, { question: 'By whom?' });
    await decide(`pledges/${rejected}/reject`, { reason: 'Twice', revision: '0' });
    await decide(`pledges/${accepted}/accept`, { revision: '0' });
    await queue.app.publicCache.refresh();
    const at = '2026-03-10T12:01:00.000Z';
    const row = (ref: string) => rowOf(queue.app, `${ADMIN}/pledges.csv`, ref);
    expect(await row(asked)).toMatchObject({
      decided_at: '',
      question: 'By whom?',
      asked_at: at,
      reason: '',
    });
    expect(await row(rejected)).toMatchObject({ ...NONE, decided_at: at, reason: 'Twice' });
    expect(await row(accepted)).toMatchObject({ ...NONE, decided_at: at, reason: '' });
  });
});
