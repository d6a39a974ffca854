/** A record with a value for each name. */
export function recordOf<K extends string, T>(
  names: readonly K[],
  make: (name: K) => T,
): Record<K, T> {
  const made = {} as Record<K, T>;
  for (const name of names) made[name] = make(name);
  return made;
}
