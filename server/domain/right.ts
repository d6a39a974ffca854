export const ROLES = ['viewer', 'operator', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** The least role with each right. `record`: movements and rates. `export`: files with personal data. */
const LEAST = {
  view: 'viewer',
  decide: 'operator',
  record: 'operator',
  refund: 'operator',
  export: 'operator',
  manage: 'owner',
} as const satisfies Record<string, Role>;

export type Right = keyof typeof LEAST;
export const RIGHTS = Object.keys(LEAST) as Right[];

export const leastRole = (right: Right): Role => LEAST[right];

export const rightsOf = (role: Role): Right[] =>
  RIGHTS.filter((right) => ROLES.indexOf(LEAST[right]) <= ROLES.indexOf(role));
