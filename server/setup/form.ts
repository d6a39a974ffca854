import { setupFields, type SetupField } from '../../web/setup-fields.ts';

/** Thousands in groups of three, by commas or spaces: not by points, which elsewhere are decimals. */
const GROUPED = /^\d{1,3}(?:(?:,\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+)(?:\.\d+)?$/;

const ungrouped = (text: string): string =>
  GROUPED.test(text) ? text.replaceAll(/[^\d.]/g, '') : text;

/** What is no number stays as it was typed: the schema names it. */
const numberOf = (text: string): unknown =>
  /^\d+(\.\d+)?$/.test(ungrouped(text)) ? Number(ungrouped(text)) : text;

const READ: Partial<Record<SetupField, (text: string) => unknown>> = {
  'initiative.currency': (text) => text.toUpperCase(),
  'initiative.targets.funding': ungrouped,
  'initiative.targets.gpus': numberOf,
  'initiative.targets.gpuHours': ungrouped,
};

type Branch = { [name: string]: unknown };

/**
 * What was typed as the JSON of an initiative file: a field's name is its place there, so that an
 * error's place is its field. Nothing is checked; what is empty is left out.
 */
export function initiativeOf(typed: ReadonlyMap<string, string>): unknown {
  const file: Branch = { initiative: { targets: {} } };
  for (const name of setupFields) {
    const text = typed.get(name) ?? '';
    if (text === '') continue;
    const path = name.split('.');
    const last = path.pop()!;
    let branch = file;
    for (const part of path) branch = (branch[part] ??= {}) as Branch;
    branch[last] = (READ[name] ?? String)(text);
  }
  return file;
}
