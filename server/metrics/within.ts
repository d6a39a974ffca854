/** Waits for `work`, but no longer than `ms`: `late` then, and what becomes of it is nobody's concern. */
export async function within(ms: number, work: Promise<void>): Promise<'done' | 'late'> {
  const { promise, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), ms);
  try {
    return await Promise.race([work.then(() => 'done' as const), promise]);
  } finally {
    clearTimeout(timer);
  }
}
