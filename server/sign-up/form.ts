import type { Kind } from '../domain/asset.ts';
import { typedPledge, type TypedInput } from '../pledges/form.ts';

type Values = ReadonlyMap<string, string>;

/** The kind of pledge that is to be signed with; null for none. */
export function givesOf(values: Values): Kind | null {
  const gives = values.get('gives');
  return gives === 'funding' || gives === 'compute' ? gives : null;
}

/** "example.org" is typed for https://example.org. */
const withScheme = (address: string): string =>
  /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]|$)/u.test(address) ? `https://${address}` : address;

/**
 * What was typed into the form for signing as the API's JSON of a sign-up, for its schema to judge:
 * nothing is checked here. What is asked of people only is left out for organisations.
 */
export function typedSignUp(values: Values, pledgeKind: Kind | null): TypedInput {
  const read = (name: string) => values.get(name) || undefined;
  const url = read('url');
  const shown = read('public');
  const pledge = pledgeKind && typedPledge(values, pledgeKind);
  return {
    input: {
      kind: read('kind'),
      name: read('name'),
      ...(read('kind') !== 'organisation' && {
        role: read('role'),
        affiliation: read('affiliation'),
      }),
      url: url && withScheme(url),
      country: read('country'),
      email: read('email'),
      statement: read('statement'),
      public: shown && shown === 'yes',
      adult: read('adult') && read('adult') === 'yes',
      notice: read('notice'),
      ...(pledge && { pledge: pledge.input }),
    },
    fieldOf: (place) =>
      pledge && place.startsWith('pledge.') ? pledge.fieldOf(place.slice('pledge.'.length)) : place,
  };
}
