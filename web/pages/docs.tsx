/** The API's document as a page, without a script. */
import type { ApiDocument, ApiOperation, ApiResponse } from '../data/api-document.ts';
import { exchangesOf, type Exchange } from './api-exchanges.ts';
import { Field, Inline, Prose, Shape } from '../components/api-schema.tsx';
import { Header } from '../components/header.tsx';
import { renderDocument, type Assets } from './page.tsx';
import { t } from '../words.ts';

export const renderDocs = (document: ApiDocument, assets: Assets): string =>
  renderDocument({
    title: `${t.docs.title} · ${document.info.title}`,
    description: document.info.summary,
    unlisted: false,
    assets,
    children: <Docs document={document} />,
  });

interface Placed {
  method: string;
  path: string;
  operation: ApiOperation;
}

function Docs({ document }: { document: ApiDocument }) {
  const { info, tags, components } = document;
  const placed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Placed => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
  const groups = tags.map((tag) => ({
    ...tag,
    placed: placed.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
  const exchanges = Map.groupBy(exchangesOf(document).values(), ({ operationId }) => operationId);
  return (
    <>
      <Header name={info.title} current="docs" />
      <main id="content" class="docs">
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
        <Contents groups={groups} />
        {groups.map((group) => (
          <section key={group.name}>
            <h2>{group.name}</h2>
            <p class="quiet">{group.description}</p>
            {group.placed.map((one) => (
              <Operation
                key={one.operation.operationId}
                {...one}
                exchanges={exchanges.get(one.operation.operationId) ?? []}
              />
            ))}
          </section>
        ))}
        <section>
          <h2>{t.docs.schemas}</h2>
          {Object.entries(components.schemas).map(([name, { description, ...schema }]) => (
            <article key={name} id={`schema-${name}`}>
              <h3>{name}</h3>
              {description && <Prose text={description} />}
              <Shape schema={schema} />
            </article>
          ))}
        </section>
      </main>
    </>
  );
}

const Contents = ({ groups }: { groups: { name: string; placed: Placed[] }[] }) => (
  <nav class="contents" aria-label={t.docs.contents}>
    {groups.map(({ name, placed }) => (
      <div key={name}>
        <h2>{name}</h2>
        <ul>
          {placed.map(({ operation: { operationId, summary } }) => (
            <li key={operationId}>
              <a href={`#${operationId}`}>{summary}</a>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </nav>
);

function Operation({ method, path, operation, exchanges }: Placed & { exchanges: Exchange[] }) {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.schema;
  return (
    <article id={operationId}>
      <div>
        <h3>{summary}</h3>
        <p>
          <code>
            <b>{method}</b> {path}
          </code>
        </p>
        {description && <Prose text={description} />}
        <Token operation={operation} />
        {parameters.length > 0 && (
          <>
            <h4>{t.docs.parameters}</h4>
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
            <h4>{t.docs.body}</h4>
            <Shape schema={body} />
          </>
        )}
        <h4>{t.docs.answers}</h4>
        <dl class="fields">
          {Object.entries(responses).map(([status, response]) => (
            <Answer key={status} status={status} response={response} />
          ))}
        </dl>
      </div>
      {exchanges.length > 0 && (
        <div class="exchanges">
          <h4>{t.docs.examples}</h4>
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
