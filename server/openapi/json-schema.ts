import { z } from 'zod';
import type { JsonSchema } from '../../web/data/api-document.ts';

/** Zod adds the range of safe integers, which tells readers nothing. */
const IDLE: ReadonlySet<number | undefined> = new Set([
  Number.MIN_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER,
]);

function tidy(json: JsonSchema): void {
  delete json.id;
  if (json.format !== undefined) delete json.pattern;
  if (IDLE.has(json.minimum)) delete json.minimum;
  if (IDLE.has(json.maximum)) delete json.maximum;
}

export type SchemaWriter = ReturnType<typeof schemaWriter>;

/** Named parts become components. Throws if two schemas with one name differ. */
export function schemaWriter() {
  const components: Record<string, JsonSchema> = {};
  const written = {
    input: new Map<z.ZodType, JsonSchema>(),
    output: new Map<z.ZodType, JsonSchema>(),
  };
  return {
    components,
    write: (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
      const earlier = written[io].get(schema);
      if (earlier) return earlier;
      // Zod makes a named schema a reference only inside another schema.
      const whole = z.toJSONSchema(z.object({ schema }), {
        io,
        override: ({ jsonSchema }) => tidy(jsonSchema as JsonSchema),
      });
      const text = JSON.stringify(whole).replaceAll('"#/$defs/', '"#/components/schemas/');
      const { properties, $defs = {} } = JSON.parse(text) as {
        properties: { schema: JsonSchema };
        $defs?: Record<string, JsonSchema>;
      };
      for (const [name, part] of Object.entries($defs)) {
        const known = components[name];
        if (known && JSON.stringify(known) !== JSON.stringify(part)) {
          throw new Error(`two schemas are named ${name}`);
        }
        components[name] = part;
      }
      written[io].set(schema, properties.schema);
      return properties.schema;
    },
  };
}
