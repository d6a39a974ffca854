import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { writeAs } from '../audit/audit.ts';
import type { Db, Tx } from '../db/db.ts';
import { reviewSetting } from '../db/review.ts';
import { DomainError } from '../domain/errors.ts';
import { lookKeys } from '../domain/look-alike.ts';
import { say } from '../domain/say.ts';
import { parseAmount } from '../domain/quantity.ts';
import { decimal, line } from '../http/text.ts';
import { findInitiative, noInitiative } from '../initiative/read.ts';
import type { UseCase } from '../use-case.ts';

/** Organisations that are often impersonated. Admins can replace the list by their own. */
const KNOWN_ORGANISATIONS: readonly string[] =
  `Alibaba, Alibaba Cloud, Allen Institute for AI, Amazon, Amazon
Web Services, AMD, Anthropic, Apple, Baidu, ByteDance, Carnegie Mellon University, CERN, Cohere, CoreWeave, DeepSeek,
EleutherAI, ETH Zurich, European Commission, European Union, Google, Google Cloud, Google DeepMind, Harvard
University, Hugging Face, Huawei, IBM, INRIA, Intel, KAIST, Kakao, LAION, LG AI Research, LG Electronics, Linux
Foundation, Massachusetts Institute of Technology, Max Planck Society, Meta AI, Meta Platforms, Microsoft, Mila, Mistral
AI, Mozilla, Mozilla Foundation, NASA, National Science Foundation, Naver, Naver Cloud, NVIDIA, OpenAI, Oracle,
Princeton University, Samsung, Samsung Electronics, Seoul National University, SK hynix, SoftBank, Sony, Stanford
University, Tencent, Tsinghua University, TSMC, UNESCO, United Nations, University of California, University of
Cambridge, University of Oxford, University of Tokyo, Wikimedia Foundation, World Bank, xAI, 삼성전자, 네이버, 카카오`
    .replaceAll('\n', ' ')
    .split(', ');

const MOST_ORGANISATIONS = 1_000;

export const reviewRulesInput = z.strictObject({
  hold: z
    .boolean()
    .optional()
    .describe('Whether an admin reviews new signatures. If absent, nothing changes.'),
  dailyCap: decimal.nullable().describe('Null means 100 times AUTO_ACCEPT_FUNDING.'),
  organisations: z
    .array(line(200))
    .max(MOST_ORGANISATIONS, {
      error: () => say().signatories.tooManyOrganisations(MOST_ORGANISATIONS),
    })
    .nullable(),
  seen: z.number().int(),
});

type ReviewRulesInput = z.infer<typeof reviewRulesInput>;

export async function readReviewSetting(reader: Db | Tx) {
  const [row] = await reader.select().from(reviewSetting);
  return { ...row!, organisations: row!.organisations ?? KNOWN_ORGANISATIONS };
}

let looked: { names: string; keys: Set<string> } | null = null;

/** What names look like. A thousand take 60 ms, so the result is kept until they change. */
function keysOf(names: readonly string[]): Set<string> {
  const text = names.join('\n');
  if (looked?.names !== text) looked = { names: text, keys: new Set(names.flatMap(lookKeys)) };
  return looked.keys;
}

/** `known`: how the names look that an admin always reviews. */
export async function readReviewRules(tx: Tx): Promise<{ hold: boolean; known: Set<string> }> {
  const { hold, organisations } = await readReviewSetting(tx);
  const initiative = await findInitiative(tx);
  const own = [initiative?.name, initiative?.recipient?.name].filter((name) => name !== undefined);
  return { hold, known: keysOf([...organisations, ...own]) };
}

/** 0 means that an admin decides on every pledge. */
const parseCap = (text: string, currency: string): bigint =>
  /^0+(\.0+)?$/.test(text) ? 0n : parseAmount(text, currency, 'dailyCap');

export const setReviewRules: UseCase<ReviewRulesInput> = (ctx, actor, key, input) => {
  const { hold, dailyCap, organisations, seen } = input;
  const facts = {
    ...(hold !== undefined && { hold }),
    dailyCap,
    organisations: organisations?.length ?? null,
  };
  const deed = { right: 'decide', act: 'review.change', object: null, facts } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const initiative = await findInitiative(tx);
    if (!initiative) throw noInitiative();
    const dailyCapMinor = dailyCap === null ? null : parseCap(dailyCap, initiative.currency);
    const changed = await tx
      .update(reviewSetting)
      .set({
        ...(hold !== undefined && { hold }),
        dailyCapMinor,
        organisations,
        revision: sql`revision + 1`,
      })
      .where(eq(reviewSetting.revision, seen))
      .returning({ revision: reviewSetting.revision });
    if (changed.length === 0) {
      throw new DomainError('conflict', say().signatories.settingsChanged);
    }
    return { status: 201, body: { revision: seen + 1 } };
  });
};
