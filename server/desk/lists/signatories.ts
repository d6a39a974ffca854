import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { GIVER_STATUSES, SIGNATORY_KINDS } from '../../domain/signatory.ts';
import { anywhere } from '../../db/sql.ts';
import { amount, hours, instant, whereAll } from '../../exports/cells.ts';
import { ofStatus } from '../../exports/signatories.ts';
import { line } from '../../http/text.ts';
import { askedOf, part, type DeskList } from './desk-list.ts';

const filters = askedOf(['signed', 'name', 'pledged', 'committed', 'received'], {
  status: z.enum(GIVER_STATUSES).optional(),
  kind: z.enum(SIGNATORY_KINDS).optional(),
  domain: line(253).optional(),
  q: part,
});
type Filters = z.infer<typeof filters>;

const DOMAIN: SQL = sql`lower(substring(signatory.email FROM '@([^@]*)$'))`;

const STANDING = ['pledged', 'waiting', 'committed', 'received'] as const;
const MEASURES = ['funding', 'compute'] as const;

const IS_OF: Record<(typeof MEASURES)[number], SQL> = {
  funding: sql`pledge.source IS NULL`,
  compute: sql`pledge.source = 'given'`,
};

/** In base, by kind and stage; without what the initiative bought. */
const sums: SQL = sql.join(
  MEASURES.flatMap((kind) =>
    STANDING.map(
      (stage) => sql`COALESCE(sum(standing.${sql.identifier(`${stage}_base`)})
        FILTER (WHERE ${IS_OF[kind]}), 0)::bigint
        AS ${sql.identifier(`${kind}_${stage}`)}`,
    ),
  ),
  sql`, `,
);

const cellsOf = (currency: string): Record<string, SQL> =>
  Object.fromEntries(
    MEASURES.flatMap((kind) =>
      STANDING.map((stage): [string, SQL] => {
        const given = sql`given.${sql.identifier(`${kind}_${stage}`)}`;
        return kind === 'funding'
          ? [`${stage}_base`, amount(given, currency)]
          : [`${stage}_h100e_hours`, hours(given)];
      }),
    ),
  );

const where = (wanted: Filters): SQL => {
  const domain = wanted.domain?.toLowerCase();
  return whereAll(
    ofStatus(wanted.status),
    wanted.kind && sql`signatory.kind = ${wanted.kind}`,
    domain && sql`(${DOMAIN} = ${domain} OR signatory.verified_domain = ${domain})`,
    wanted.q &&
      sql`(signatory.name ILIKE ${anywhere(wanted.q)}
        OR signatory.affiliation ILIKE ${anywhere(wanted.q)})`,
  );
};

const isFiltered = ({ status, kind, domain, q }: Filters): boolean =>
  Boolean(status ?? kind ?? domain ?? q);

const GIVEN: SQL = sql`pledge JOIN standing ON standing.pledge_id = pledge.id`;

const givenBy = (condition: SQL): SQL => sql`SELECT ${sums} FROM ${GIVEN} WHERE ${condition}`;

/** Looks at all pledges, so only where the order needs it. */
const find = ({ sort }: Filters): SQL =>
  sort === 'signed' || sort === 'name'
    ? sql`signatory`
    : sql`signatory
      LEFT JOIN (
        SELECT pledge.signatory_id, ${sums} FROM ${GIVEN} GROUP BY pledge.signatory_id
      ) AS sum ON sum.signatory_id = signatory.id
      CROSS JOIN LATERAL (
        SELECT COALESCE(sum.funding_pledged, 0) AS funding_pledged,
          COALESCE(sum.funding_committed, 0) AS funding_committed,
          COALESCE(sum.funding_received, 0) AS funding_received) AS given`;

export const signatories: DeskList<Filters> = {
  name: 'signatories',
  audience: 'admin',
  filters,
  typed: ['q', 'domain'],
  cells: ({ currency, addresses }) => ({
    id: sql`signatory.id`,
    name: { text: sql`signatory.name` },
    kind: sql`signatory.kind`,
    status: sql`signatory.status`,
    ...(addresses && { email: { text: sql`signatory.email` } }),
    domain: { text: DOMAIN },
    confirmed_at: instant(sql`signatory.confirmed_at`),
    verified_domain: { text: sql`signatory.verified_domain` },
    currency: sql`${currency}`,
    ...cellsOf(currency),
    signed_at: instant(sql`signatory.created_at`),
  }),
  from: () => sql`signatory
    CROSS JOIN LATERAL (${givenBy(sql`pledge.signatory_id = signatory.id`)}) AS given`,
  find: (_facts, wanted) => [find(wanted)],
  where: (_facts, wanted) => where(wanted),
  sorts: {
    signed: {
      by: sql`(extract(epoch FROM signatory.created_at) * 1000000)::bigint`,
      type: 'bigint',
      dir: 'desc',
    },
    name: { by: sql`lower(signatory.name)`, type: 'text', dir: 'asc' },
    pledged: { by: sql`given.funding_pledged`, type: 'bigint', dir: 'desc' },
    committed: { by: sql`given.funding_committed`, type: 'bigint', dir: 'desc' },
    received: { by: sql`given.funding_received`, type: 'bigint', dir: 'desc' },
  },
  id: { by: sql`signatory.id`, type: 'uuid' },
  sums: ({ currency }, wanted) => sql`
    SELECT (SELECT count(*) FROM signatory WHERE ${where(wanted)})::text AS found,
      ${sql.join(
        Object.entries(cellsOf(currency)).map(
          ([name, cell]) => sql`(${cell})::text AS ${sql.identifier(name)}`,
        ),
        sql`, `,
      )}
    FROM (${givenBy(
      isFiltered(wanted)
        ? sql`pledge.signatory_id IN (SELECT id FROM signatory WHERE ${where(wanted)})`
        : sql`pledge.signatory_id NOT IN (SELECT id FROM signatory WHERE status = 'giver')`,
    )}) AS given`,
};
