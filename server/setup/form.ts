import { FETCH_RATES, setupFields, type SetupField } from '../../web/setup-fields.ts';
import { numberOf, ungrouped } from '../domain/typed.ts';

const READ: Partial<Record<SetupField, (text: string) => unknown>> = {
  'initiative.currency': (text) => text.toUpperCase(),
  'initiative.targets.funding': ungrouped,
  'initiative.targets.gpus': numberOf,
  'initiative.targets.gpuHours': ungrouped,
  [FETCH_RATES]: (text) => (text === 'yes' ? true : text === 'no' ? false : text),
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
