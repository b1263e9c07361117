import { formatNumber } from './format.ts';
import type { Texts } from './texts.ts';

/** `1 hanke`, `25 hanketta`. */
export function countOf(texts: Texts, kind: keyof Texts['counts'], count: number): string {
  const forms = texts.counts[kind];
  return fillText(count === 1 ? forms.one : forms.other, { count: formatNumber(count) });
}

export function countProjects(texts: Texts, count: number): string {
  return countOf(texts, 'project', count);
}

/** A text with numbers and plain words in it, as a string; for one with HTML in it, see `fill`. */
export function fillText(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
}
