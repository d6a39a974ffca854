import { checkNeeded, insertAdminRates, type AdminRate } from '../rates/admin-rate.ts';
import { referenceRates } from '../rates/reference.ts';
import { attemptAt, type CheckedFile } from './file.ts';
import { ratePath, type Import, type Tally } from './job.ts';

/** Imports the rates that the file gives itself, before its pledges, which may need them. */
export async function importAdminRates(
  job: Import,
  { file, written, rates }: CheckedFile,
): Promise<Tally> {
  const fresh: { place: string; rate: AdminRate }[] = [];
  rates.forEach((rate, index) => {
    const path = ratePath(rate);
    const place = `rates[${index}]`;
    const content = written.rates![index];
    if (!job.isNew(path, place, content)) return;
    job.remember(path, content, rate.ratedOn);
    fresh.push({ place, rate });
  });
  const wanted = fresh.map(({ rate }) => ({ asset: rate.currency, on: rate.ratedOn }));
  const known = await referenceRates(job.tx, file.initiative.currency, wanted);
  for (const { place, rate } of fresh) attemptAt(job.check, place, () => checkNeeded(rate, known));
  job.check.done();
  await insertAdminRates(
    job.tx,
    fresh.map(({ rate }) => rate),
    job.ctx.now(),
  );
  return { added: fresh.length, skipped: rates.length - fresh.length };
}
