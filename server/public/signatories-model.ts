import {
  countSignatories,
  listFirst,
  listSignatories,
  type SignatoriesInput,
} from '../signatories/list.ts';
import { frameOf, type PageSource } from './page-source.ts';
import type { SignatoriesPage } from '../../web/pages/signatories.tsx';

export async function signatoriesModel(
  source: PageSource,
  input: SignatoriesInput,
): Promise<SignatoriesPage> {
  const { tx, checkpoint } = source;
  const { kind, q, cursor = null } = input;
  const isWhole = kind === undefined && q === undefined;
  const first = isWhole && cursor === null ? await listFirst(tx) : [];
  const { signatories, next } = await listSignatories(tx, input, isWhole ? false : undefined);
  const { person, organisation } = checkpoint.totals.signatories;
  return {
    ...frameOf(source),
    people: person,
    organisations: organisation,
    named: await countSignatories(tx, {}),
    filter: { kind, q },
    list: { found: await countSignatories(tx, { kind, q }), cursor, next },
    shown: [...first, ...signatories],
  };
}
