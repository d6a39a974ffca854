/** The API's document as pages, without a script. */
import type { ComponentChildren } from 'preact';
import type { ApiDocument, ApiOperation, ApiResponse, JsonSchema } from '../data/api-document.ts';
import { exchangesOf, type Exchange } from './api-exchanges.ts';
import { Field, Inline, Prose, SCHEMAS, Shape } from '../components/api-schema.tsx';
import { Header } from '../components/header.tsx';
import { renderDocument, type Assets } from './page.tsx';
import { t } from '../words.ts';

/** The operations of a tag, or the schemas. */
interface Part {
  path: string;
  name: string;
  description: string;
  articles: { id: string; title: string; article: ComponentChildren }[];
}

const OVERVIEW = '/docs';

/** An overview and the parts, by their paths. */
export function renderDocs(document: ApiDocument, assets: Assets): Map<string, string> {
  const { info } = document;
  const parts = partsOf(document);
  const page = (title: string, description: string, children: ComponentChildren): string =>
    renderDocument({
      title: `${title} · ${info.title}`,
      description,
      unlisted: false,
      assets,
      children: (
        <>
          <Header name={info.title} current="docs" />
          <main id="content" class="docs">
            {children}
          </main>
        </>
      ),
    });
  return new Map([
    [OVERVIEW, page(t.docs.title, info.summary, <Overview info={info} parts={parts} />)],
    ...parts.map(({ path, name, description, articles }): [string, string] => [
      path,
      page(
        `${name} · ${t.docs.title}`,
        description,
        <>
          <section class="title">
            <a href={OVERVIEW}>{t.docs.title}</a>
            <h1>{name}</h1>
            <p class="quiet">{description}</p>
          </section>
          {articles.map(({ article }) => article)}
        </>,
      ),
    ]),
  ]);
}

function partsOf(document: ApiDocument): Part[] {
  const { tags, paths, components } = document;
  const exchanges = Map.groupBy(exchangesOf(document).values(), ({ operationId }) => operationId);
  const placed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Placed => ({ method, path, operation })),
  );
  return [
    ...tags.map(({ name, description }) => ({
      path: `${OVERVIEW}/${name.toLowerCase().replaceAll(/\W+/g, '-')}`,
      name,
      description,
      articles: placed
        .filter(({ operation }) => operation.tags.includes(name))
        .map((one) => {
          const { operationId: id, summary: title } = one.operation;
          const article = <Operation {...one} exchanges={exchanges.get(id) ?? []} />;
          return { id, title, article };
        }),
    })),
    {
      path: SCHEMAS,
      name: t.docs.schemas,
      description: t.docs.schemasAre,
      articles: Object.entries(components.schemas).map(([title, schema]) => {
        const id = `schema-${title}`;
        return { id, title, article: <Schema id={id} title={title} schema={schema} /> };
      }),
    },
  ];
}

/** The ids are those of the articles, for links to when all was on one page. */
const Overview = ({ info, parts }: { info: ApiDocument['info']; parts: Part[] }) => (
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
      {parts.map(({ path, name, articles }) => (
        <div key={path}>
          <h2>
            <a href={path}>{name}</a>
          </h2>
          <ul>
            {articles.map(({ id, title }) => (
              <li key={id} id={id}>
                <a href={`${path}#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  </>
);

function Schema({ id, title, schema }: { id: string; title: string; schema: JsonSchema }) {
  const { description, ...shape } = schema;
  return (
    <article id={id}>
      <h2>{title}</h2>
      {description && <Prose text={description} />}
      <Shape schema={shape} />
    </article>
  );
}

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
