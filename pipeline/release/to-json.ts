/** JSON as published: indented, so that people and `diff` can read it. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
