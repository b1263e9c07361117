import { MONEY_FIELDS, type MoneyField, type Projects } from './schema-types.ts';

declare const unit: unique symbol;

/** Money in memory: a whole number of euro cents, so that sums and shares are exact. Published amounts are EUR. */
export type Cents = number & { readonly [unit]: 'cents' };

export const NO_MONEY = 0 as Cents;

/** The only way in. @param whole an integer number of cents; throws for anything else, which is a bug of ours */
export function toCents(whole: number): Cents {
  if (!Number.isSafeInteger(whole)) throw new Error(`unexpected ${whole}, expected whole cents`);
  return whole as Cents;
}

export function addCents(a: Cents, b: Cents): Cents {
  return toCents(a + b);
}

export function subtractCents(a: Cents, b: Cents): Cents {
  return toCents(a - b);
}

/** The only way out: EUR with at most two decimals. */
export function toEuros(cents: Cents): number {
  return cents / 100;
}

/** Fields of a project with their money in cents. */
export type WithCents<T extends Partial<Pick<Projects, MoneyField>>> = Omit<T, MoneyField> &
  Readonly<Partial<Record<MoneyField, Cents>>>;

/** The fields of a project as published: money in EUR, all else as it is. */
export function fieldsInEuros<T extends Readonly<Partial<Record<MoneyField, Cents>>>>(
  fields: T,
): Omit<T, MoneyField> & Pick<Projects, MoneyField> {
  const { ...published } = fields;
  const euros: Pick<Projects, MoneyField> = {};
  for (const name of MONEY_FIELDS) {
    const amount = fields[name];
    if (amount !== undefined) euros[name] = toEuros(amount);
  }
  return { ...published, ...euros };
}
