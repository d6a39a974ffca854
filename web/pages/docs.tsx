/** The API's document as pages, without a script. */
import type { ComponentChildren } from 'preact';
import type { ApiDocument, ApiOperation, ApiResponse } from '../data/api-document.ts';
import { exchangesOf, type Exchange } from './api-exchanges.ts';
import { Field, Inline, pathOfSchema, Prose, Shape } from '../components/api-schema.tsx';
import { Header } from '../components/header.tsx';
import { renderDocument } from './page.tsx';
import { t } from '../words.ts';

interface Entry {
  id: string;
  title: string;
  path: string;
}

const OVERVIEW = '/docs';

/** An overview, and a page for each tag and each schema, by their paths. */
export function renderDocs(document: ApiDocument): Map<string, string> {
  const { info, paths, tags, components } = document;
  const exchanges = Map.groupBy(exchangesOf(document).values(), ({ operationId }) => operationId);
  const placed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Placed => ({ method, path, operation })),
  );
  const groups: [string, Entry[]][] = [];
  const pages = new Map<string, string>();
  const add = (path: string, title: string, description: string, children: ComponentChildren) =>
    pages.set(
      path,
      renderDocument({
        title: `${title} · ${info.title}`,
        description,
        unlisted: false,
        children: (
          <>
            <Header name={info.title} current="docs" />
            <main id="content" class="docs">
              {children}
            </main>
          </>
        ),
      }),
    );
  for (const { name, description } of tags) {
    const path = `${OVERVIEW}/${name.toLowerCase().replaceAll(/\W+/g, '-')}`;
    const operations = placed.filter(({ operation }) => operation.tags.includes(name));
    groups.push([
      name,
      operations.map(({ operation: { operationId: id, summary: title } }) => ({
        id,
        title,
        path: `${path}#${id}`,
      })),
    ]);
    add(
      path,
      name,
      description,
      <>
        <Title name={name}>{description}</Title>
        {operations.map((one) => {
          const { operationId: id } = one.operation;
          return <Operation key={id} {...one} exchanges={exchanges.get(id) ?? []} />;
        })}
      </>,
    );
  }
  const schemas = Object.entries(components.schemas);
  for (const [name, { description = '', ...schema }] of schemas) {
    add(
      pathOfSchema(name),
      name,
      description || name,
      <>
        <Title name={name}>{description && <Inline text={description} />}</Title>
        <Shape schema={schema} />
      </>,
    );
  }
  groups.push([
    t.docs.schemas,
    schemas.map(([title]) => ({ id: `schema-${title}`, title, path: pathOfSchema(title) })),
  ]);
  add(OVERVIEW, t.docs.title, info.summary, <Overview info={info} groups={groups} />);
  return pages;
}

const Title = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <section class="title">
    <a href={OVERVIEW}>{t.docs.title}</a>
    <h1>{name}</h1>
    {children && <p class="quiet">{children}</p>}
  </section>
);

interface OverviewProps {
  info: ApiDocument['info'];
  groups: [string, Entry[]][];
}

/** Links to when all was on this page still find the entry. */
const Overview = ({ info, groups }: OverviewProps) => (
  <>
    <section class="title">
      <h1>{t.docs.title}</h1>
      <p class="quiet">
        {t.docs.version(info.title, info.version)} {info.summary} {t.docs.document}{' '}
        <a href="/openapi.json">/openapi.json</a>
      </p>
    </section>
    <section class="prose">
      <Prose text={info.description} />
    </section>
    <nav class="contents" aria-label={t.docs.contents}>
      {groups.map(([name, entries]) => (
        <div key={name}>
          <h2>{name}</h2>
          <ul>
            {entries.map(({ id, title, path }) => (
              <li key={id} id={id}>
                <a href={path}>{title}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  </>
);

interface Placed {
  method: string;
  path: string;
  operation: ApiOperation;
}

function Operation({ method, path, operation, exchanges }: Placed & { exchanges: Exchange[] }) {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.schema;
  return (
    <article id={operationId}>
      <div>
        <h2>{summary}</h2>
        <p>
          <code>
            <b>{method.toUpperCase()}</b> {path}
          </code>
        </p>
        {description && <Prose text={description} />}
        <Token operation={operation} />
        {parameters.length > 0 && (
          <>
            <h3>{t.docs.parameters}</h3>
            <dl class="fields">
              {parameters.map(({ name, required, schema, description: text }) => (
                <Field
                  key={name}
                  name={name}
                  schema={{ ...schema, ...(text && { description: text }) }}
                  isRequired={required}
                />
              ))}
            </dl>
          </>
        )}
        {body && (
          <>
            <h3>{t.docs.body}</h3>
            <Shape schema={body} />
          </>
        )}
        <h3>{t.docs.answers}</h3>
        <dl class="fields">
          {Object.entries(responses).map(([status, response]) => (
            <Answer key={status} status={status} response={response} />
          ))}
        </dl>
      </div>
      {exchanges.length > 0 && (
        <div class="exchanges">
          <h3>{t.docs.examples}</h3>
          {exchanges.map((exchange, index) => (
            <Example key={exchange.summary} exchange={exchange} isOpen={index === 0} />
          ))}
        </div>
      )}
    </article>
  );
}

function Token({ operation: { security } }: { operation: ApiOperation }) {
  if (security.length === 0) return null;
  const ways = new Set(security.map((way) => Object.keys(way)[0]));
  if (ways.has(undefined)) return <p>{t.docs.takesToken}</p>;
  if (!ways.has('signatory')) return <p>{t.docs.needsToken}</p>;
  return <p>{ways.has('admin') ? t.docs.needsEither : t.docs.needsSession}</p>;
}

const Answer = ({ status, response }: { status: string; response: ApiResponse }) => (
  <div>
    <dt>
      <code>{status === 'default' ? t.docs.others : status}</code>
    </dt>
    <dd>
      <Inline text={response.description} />
      {Object.entries(response.content ?? {})
        .filter(([type]) => type === 'application/json')
        .map(([type, { schema }]) => (
          <Shape key={type} schema={schema} />
        ))}
    </dd>
  </div>
);

const printed = (value: unknown): string =>
  typeof value === 'string' ? value.trimEnd() : JSON.stringify(value, null, 2);

function Example({ exchange, isOpen }: { exchange: Exchange; isOpen: boolean }) {
  const { summary, method, path, token, key, body, status, answer } = exchange;
  const head = [
    `${method} ${path}`,
    token && 'Authorization: Bearer …',
    key !== null && `Idempotency-Key: ${key}`,
  ].filter(Boolean);
  return (
    <details open={isOpen}>
      <summary>{summary}</summary>
      <pre>
        {[head.join('\n'), body !== undefined && printed(body)].filter(Boolean).join('\n\n')}
      </pre>
      <pre class="answer">
        <b>{status}</b> {printed(answer)}
      </pre>
    </details>
  );
}
