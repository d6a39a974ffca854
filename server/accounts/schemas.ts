import { validate as isRoutingNumber } from 'abavalidator';
import { isValidBIC, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import { z } from 'zod';
import { isCurrency, isRetired } from '../domain/asset.ts';
import type { BankAccount } from '../domain/bank-account.ts';
import { collector } from '../domain/collect-errors.ts';
import { say } from '../domain/say.ts';
import { line, lines } from '../http/text.ts';

/** As typed in groups. */
const compact = z.string().transform((text) => text.replaceAll(/[\s-]/g, '').toUpperCase());

function ibanFault(iban: string): string | null {
  const { errorCodes } = validateIBAN(iban, { allowQRIBAN: false });
  const has = (code: ValidationErrorsIBAN): boolean => errorCodes.includes(code);
  const words = say().accounts.iban;
  if (has(ValidationErrorsIBAN.NoIBANCountry)) return words.country;
  if (has(ValidationErrorsIBAN.WrongBBANLength)) return words.length;
  if (has(ValidationErrorsIBAN.QRIBANNotAllowed)) return words.qr;
  return errorCodes.length > 0 ? words.mistyped : null;
}

const iban = compact.superRefine((text, issues) => {
  const message = ibanFault(text);
  if (message !== null) issues.addIssue({ code: 'custom', message });
});

const given = {
  currency: z.string().refine((code) => isCurrency(code) && !isRetired(code), {
    error: () => say().rates.notCurrency,
  }),
};
const handling = {
  until: z.enum(['old', 'nothing']).default('nothing'),
  seen: z.int(),
};

export const accountInput = z.strictObject({
  ...given,
  holder: line(140),
  iban: iban.nullable().default(null),
  account: z
    .string()
    .trim()
    .regex(/^(?=(?:[ ./-]*[0-9A-Z]){5})[0-9A-Z ./-]{5,40}$/i, {
      error: () => say().accounts.account,
    })
    .nullable()
    .default(null),
  routing: compact.nullable().default(null),
  bic: compact
    .refine(isValidBIC, { error: () => say().accounts.bic })
    .nullable()
    .default(null),
  bank: line(140).nullable().default(null),
  note: lines(500).nullable().default(null),
  ...handling,
});
export const removalInput = z.strictObject({ ...given, ...handling });

export type AccountInput = z.infer<typeof accountInput>;
export type RemovalInput = z.infer<typeof removalInput>;

/** Throws `invalid-input` for what no field can say alone. */
export function checkAccount({ currency, iban: number, account, routing, bic }: BankAccount): void {
  const words = say().accounts;
  const check = collector();
  if (number === null && account === null) check.refuse('iban', words.numberMissing);
  if (number !== null && account !== null) check.refuse('account', words.notBoth);
  if (number !== null && routing !== null) check.refuse('routing', words.routingWithIban);
  else if (routing !== null && currency === 'USD' && !isRoutingNumber(routing)) {
    check.refuse('routing', words.routingUs);
  } else if (routing !== null && !/^[0-9A-Z]{3,20}$/.test(routing)) {
    check.refuse('routing', words.routing);
  }
  if (account !== null && routing === null && bic === null) check.refuse('bic', words.bankMissing);
  check.done();
}
