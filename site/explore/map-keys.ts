/** A record with a value for each key. */
export function mapKeys<Key extends string, Value>(
  keys: readonly Key[],
  create: (key: Key, index: number) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key, index) => [key, create(key, index)])) as Record<Key, Value>;
}
