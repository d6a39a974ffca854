import { domainToASCII } from 'node:url';
import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';

/** A mail domain as addresses are folded to: `@Spam.Example` and `*.spam.example` are spam.example. */
export const mailDomain = z
  .string()
  .transform((text) =>
    domainToASCII(
      text
        .trim()
        .toLowerCase()
        .replace(/^(?:\*\.|.*@|\.)/, ''),
    ),
  )
  .pipe(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain, such as spam.example'));

/** Whether a folded domain is `domain`, or below it. */
export const onDomain = (column: SQL, domain: string): SQL =>
  sql`(${column} = ${domain} OR ${column} LIKE ${`%.${domain.replaceAll('_', String.raw`\_`)}`})`;
