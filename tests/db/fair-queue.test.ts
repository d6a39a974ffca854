import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { inRequest } from '../../server/db/request-context.ts';
import { createFairQueue } from '../../server/db/fair-queue.ts';

/** Works that end when they are told to, and the order in which they began. */
function worksBy(queue: ReturnType<typeof createFairQueue>) {
  const began: string[] = [];
  const ends: (() => void)[] = [];
  const refused: string[] = [];
  const ask = (network: string, leftMs = Infinity): void => {
    const work = () =>
      new Promise<void>((resolve) => {
        began.push(network);
        ends.push(resolve);
      });
    void inRequest({ network, leftMs }, () => queue(work)).catch(({ code }) =>
      refused.push(`${network} ${code}`),
    );
  };
  return {
    began,
    refused,
    ask,
    askOften: (network: string, times: number) => {
      for (let time = 0; time < times; time++) ask(network);
    },
    /** Ends the work that began first, and lets what follows begin. */
    endOne: async () => {
      ends.shift()!();
      await sleep(0);
    },
  };
}

describe('the turns of a fair queue', () => {
  test('are all for one network while nobody else waits, and beyond the queue it is refused', async () => {
    const { ask, askOften, began, refused } = worksBy(createFairQueue(4, 8));
    askOften('dee', 12);
    await sleep(0);
    expect([began.length, refused]).toEqual([4, []]);
    ask('dee');
    await sleep(0);
    expect(refused).toEqual(['dee busy']);
  });

  test('go round the networks, however many requests each has', async () => {
    const { ask, askOften, began, endOne } = worksBy(createFairQueue(1, 40));
    askOften('dee', 8);
    ask('ada');
    askOften('bo', 2);
    await sleep(0);
    for (let turn = 0; turn < 6; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await endOne();
    }
    expect(began).toEqual(['dee', 'dee', 'ada', 'bo', 'dee', 'bo', 'dee']);
  });

  test('of one network are a quarter while another one waits', async () => {
    const { askOften, began, endOne } = worksBy(createFairQueue(4, 40));
    askOften('dee', 10);
    await sleep(0);
    askOften('ada', 3);
    await endOne();
    await endOne();
    expect(began).toEqual(['dee', 'dee', 'dee', 'dee', 'ada']);
  });

  test('leave a network a quarter of the queue once another one waits', async () => {
    const { ask, askOften, refused } = worksBy(createFairQueue(1, 8));
    askOften('dee', 9);
    ask('ada');
    await sleep(0);
    expect(refused).toEqual(Array.from({ length: 6 }, () => 'dee busy'));
  });

  test('find room for another network in a full queue', async () => {
    const { ask, askOften, began, refused, endOne } = worksBy(createFairQueue(1, 8));
    ask('bo');
    for (const network of ['dee 1', 'dee 2', 'dee 3', 'dee 4']) askOften(network, 2);
    ask('ada');
    await sleep(0);
    expect(refused).toEqual(['dee 1 busy']);
    for (let turn = 0; turn < 5; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await endOne();
    }
    expect(began).toContain('ada');
  });

  test('are not waited for beyond the time of the request', async () => {
    const { ask, began, refused, endOne } = worksBy(createFairQueue(1, 8));
    ask('bo');
    ask('ada', 20);
    await expect.poll(() => refused).toEqual(['ada busy']);
    await endOne();
    expect(began).toEqual(['bo']);
  });
});
