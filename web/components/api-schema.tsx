import type { ComponentChildren } from 'preact';
import type { JsonSchema } from '../data/api-document.ts';
import { t } from '../words.ts';

export const Prose = ({ text }: { text: string }) => (
  <>
    {text.split(/\n\n+/).map((paragraph) => (
      <p key={paragraph}>
        <Inline text={paragraph} />
      </p>
    ))}
  </>
);

export const Inline = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>
);

const alternativesOf = ({ anyOf, oneOf }: JsonSchema): JsonSchema[] | undefined => anyOf ?? oneOf;

const REFERENCE = '#/components/schemas/';

export const pathOfSchema = (name: string): string => `/docs/schemas/${name}`;

function Reference({ to }: { to: string }) {
  const name = to.replace(REFERENCE, '');
  return <a href={pathOfSchema(name)}>{name}</a>;
}

const joined = (parts: ComponentChildren[], by: string) => (
  <>
    {parts.map((part, index) => (
      <>
        {index > 0 && by}
        {part}
      </>
    ))}
  </>
);

function TypeOf({ schema }: { schema: JsonSchema }) {
  const { $ref, enum: values, const: only, type, items, additionalProperties } = schema;
  const alternatives = alternativesOf(schema);
  if ($ref !== undefined) return <Reference to={$ref} />;
  if (only !== undefined) return <code>{JSON.stringify(only)}</code>;
  if (values) {
    return joined(
      values.map((value) => <code>{JSON.stringify(value)}</code>),
      ', ',
    );
  }
  if (alternatives) {
    return joined(
      alternatives.map((one) => <TypeOf schema={one} />),
      ' or ',
    );
  }
  if (items) {
    return (
      <>
        list of <TypeOf schema={items} />
      </>
    );
  }
  if (typeof additionalProperties === 'object') {
    return (
      <>
        object of <TypeOf schema={additionalProperties} />
      </>
    );
  }
  const name = [type ?? 'any'].flat().join(' or ');
  const limits = limitsOf(schema);
  return <>{limits ? `${name}, ${limits}` : name}</>;
}

function limitsOf({ format, minimum, maximum, maxLength }: JsonSchema): string {
  const range =
    minimum !== undefined && maximum !== undefined
      ? `${minimum} to ${maximum}`
      : minimum !== undefined && `at least ${minimum}`;
  const length = maxLength !== undefined && `at most ${maxLength} characters`;
  return [format, range, length]
    .filter((limit) => limit !== undefined && limit !== false)
    .join(', ');
}

const hasFields = (schema: JsonSchema): boolean =>
  schema.properties !== undefined ||
  (alternativesOf(schema) ?? []).some(({ properties }) => properties !== undefined);

export const Shape = ({ schema }: { schema: JsonSchema }) =>
  hasFields(schema) && schema.$ref === undefined ? (
    <Fields schema={schema} />
  ) : (
    <p class="type">
      <TypeOf schema={schema} />
    </p>
  );

interface FieldProps {
  name: string;
  schema: JsonSchema;
  isRequired: boolean;
}

export const Field = ({ name, schema, isRequired }: FieldProps) => (
  <div>
    <dt>
      <code>{name}</code>
    </dt>
    <dd>
      <TypeOf schema={schema} />
      {schema.default !== undefined && <>, default {JSON.stringify(schema.default)}</>}
      {isRequired && <span class="quiet"> {t.docs.required}</span>}
      {schema.description && (
        <p class="quiet">
          <Inline text={schema.description} />
        </p>
      )}
      <Fields schema={schema} />
    </dd>
  </div>
);

function Fields({ schema }: { schema: JsonSchema }) {
  const alternatives = alternativesOf(schema);
  if (alternatives) return <Alternatives schemas={alternatives} />;
  if (schema.items) return <Fields schema={schema.items} />;
  const properties = Object.entries(schema.properties ?? {});
  const required = new Set(schema.required);
  if (schema.$ref !== undefined || properties.length === 0) return null;
  return (
    <dl class="fields">
      {properties.map(([name, one]) => (
        <Field key={name} name={name} schema={one} isRequired={required.has(name)} />
      ))}
    </dl>
  );
}

function Alternatives({ schemas }: { schemas: JsonSchema[] }) {
  const objects = schemas.filter(({ properties }) => properties !== undefined);
  return (
    <>
      {objects.map((one, index) => (
        <>
          {index > 0 && <p class="quiet">or</p>}
          <Fields schema={one} />
        </>
      ))}
    </>
  );
}
