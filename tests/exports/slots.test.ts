import { once } from 'node:events';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { inRequest } from '../../server/db/request-context.ts';
import { createSlots } from '../../server/exports/export.ts';

const from = (network: string) => ({ network, leftMs: Infinity });
const BUSY = expect.objectContaining({ code: 'busy' });

/** Has networks take public slots, each with a file that is being read. */
function readersOf(slots: ReturnType<typeof createSlots>) {
  return (network: string): Readable => {
    const slot = inRequest(from(network), () => slots.take('public'));
    const rows = new Readable({ read() {} });
    rows.on('error', () => {}).once('close', () => slots.free(slot));
    slot.rows = rows;
    return rows;
  };
}

test('a network downloads one public file at a time, and two slow ones leave room for others', async () => {
  const read = readersOf(createSlots());
  const first = read('dee');
  expect(() => read('dee')).toThrow(BUSY);
  read('bo');
  read('ada');
  read('cy');
  expect(() => read('eve')).toThrow(BUSY);
  await once(first.destroy(), 'close');
  read('dee');
});

test('who has read a public file for long gives way to another network', () => {
  const read = readersOf(createSlots(0));
  const oldest = read('dee 1');
  const others = ['dee 2', 'dee 3', 'dee 4'].map(read);
  read('ada');
  expect(oldest.destroyed).toBe(true);
  expect(others.map(({ destroyed }) => destroyed)).toEqual([false, false, false]);
});

test('admins give way to nobody', () => {
  const slots = createSlots(0);
  slots.take('admin');
  slots.take('admin');
  expect(() => slots.take('admin')).toThrow(BUSY);
  slots.take('public');
});
