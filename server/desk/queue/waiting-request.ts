import { asc, eq, inArray } from 'drizzle-orm';
import type { RequestPreview, WaitingRequest } from '../../../web/data/desk.ts';
import type { Context } from '../../context.ts';
import { pledgeRequest } from '../../db/pledges.ts';
import * as schema from '../../db/schema.ts';
import { agreedOf } from '../../domain/agreed.ts';
import { assetOf } from '../../domain/asset.ts';
import { applyMove, emptyHoldings, openBook, type Book } from '../../domain/pledge-book.ts';
import { today, type Day } from '../../domain/day.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Moved } from '../../domain/move.ts';
import { changedInstalments, termsDifference } from '../../domain/terms-change.ts';
import { instalmentOf } from '../../ledger/terms.ts';
import { provedAddress } from '../../mail/queue.ts';
import { movedOf, seenOf } from '../../pledges/open-pledge.ts';
import { acceptedTerms } from '../../pledges/pledge-row.ts';
import { planWish, type Wish } from '../../pledges/requests.ts';
import { ownLineOf } from '../../public/pledges-model.ts';
import { basesOf } from '../pledge/model.ts';

/** Requests by their ids, each with what granting it would do: in two queries. */
export async function readRequests({ db, now }: Pick<Context, 'db' | 'now'>, ids: string[]) {
  const { pledge, signatory, site, initiative, movement } = schema;
  if (ids.length === 0) return new Map();
  const found = await db
    .select({
      request: pledgeRequest,
      row: pledge,
      giver: signatory,
      site: site.name,
      currency: initiative.currency,
    })
    .from(pledgeRequest)
    .innerJoin(pledge, eq(pledge.id, pledgeRequest.pledgeId))
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .innerJoin(initiative, eq(initiative.id, 1))
    .leftJoin(site, eq(site.code, pledge.site))
    .where(inArray(pledgeRequest.id, ids));
  const pledgeIds = found.map(({ row }) => row.id);
  const moved = await db
    .select()
    .from(movement)
    .where(inArray(movement.pledgeId, pledgeIds))
    .orderBy(asc(movement.seq));
  const histories = Map.groupBy(moved, ({ pledgeId }) => pledgeId);
  const on = today(now());
  return new Map(
    found.map((each) => {
      const history = (histories.get(each.row.id) ?? []).map(movedOf);
      return [each.request.id, waitingOf(each, history, on)];
    }),
  );
}

interface Found {
  request: typeof pledgeRequest.$inferSelect;
  row: typeof schema.pledge.$inferSelect;
  giver: typeof schema.signatory.$inferSelect;
  site: string | null;
  currency: string;
}

function waitingOf({ request, giver, ...of }: Found, history: Moved[], on: Day): WaitingRequest {
  const { row, currency } = of;
  // A pledge whose acceptance was undone has no book, so no request fits it.
  const book = row.status === 'accepted' ? openBook(acceptedTerms(row, currency), history) : null;
  const { id, kind, text } = request;
  return {
    id,
    ref: row.ref,
    kind,
    text,
    giver: { id: giver.id, name: giver.name, isMute: provedAddress(giver) === null },
    line: lineOf(of, book),
    agreed: book ? agreedOf(row.firm, book.stages) : 0n,
    preview: book && previewOf(of, book, request, on),
    seen: seenOf(row, history),
  };
}

type Of = Pick<Found, 'row' | 'site' | 'currency'>;

const lineOf = ({ row, site }: Of, book: Book | null) =>
  ownLineOf({
    row,
    asset: assetOf(row.asset),
    site,
    stages: book?.stages ?? emptyHoldings(),
  });

/** What granting would do, by the use case's own rule; null where it would refuse. */
function previewOf(of: Of, book: Book, wish: Wish, on: Day): RequestPreview | null {
  try {
    const { moves, instalments } = planWish(book, wish, on);
    const after = structuredClone(book);
    for (const move of moves) applyMove(after, move);
    const { terms } = book;
    const wanted = instalments?.map(instalmentOf) ?? terms.instalments;
    const difference = termsDifference(terms, { quantity: terms.quantity, instalments: wanted });
    return {
      before: lineOf(of, book),
      after: lineOf(of, after),
      bases: { before: basesOf(book), after: basesOf(after) },
      currency: of.currency,
      quantity: moves.reduce((sum, move) => sum + move.quantity, 0n),
      schedule: difference?.schedule ?? null,
      ...changedInstalments(terms.instalments, wanted),
    };
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
