/** A text with words in it: `{name}` becomes the value of that name. */
export const put = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
