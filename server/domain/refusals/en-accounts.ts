/** Refusals of server/accounts, in English. */
export const accounts = {
  iban: {
    country:
      'must begin with a country that has IBANs, such as DE. For other countries, enter an account number',
    length: 'is too long or too short for its country',
    qr: 'is a QR-IBAN, which takes other references. Enter the ordinary IBAN',
    mistyped: 'has a typing error: its check digits don’t fit',
  },
  numberMissing: 'is missing. Enter an IBAN or an account number',
  notBoth: 'must be empty if you enter an IBAN',
  account: 'must have at least five letters or digits, and may have spaces, dots and hyphens',
  routing: 'must have 3 to 20 letters or digits',
  routingUs:
    'isn’t a US routing number: check its nine digits. For a bank elsewhere, leave this empty and enter the BIC',
  routingWithIban: 'must be empty if you enter an IBAN',
  bankMissing: 'is missing. An account number needs a routing number or a BIC',
  bic: 'must have 8 or 11 letters and digits, such as DEUTDEFF',
  changedSince:
    'This currency’s account has changed since you opened the form, or there is one already. Check it in the list, and change it there.',
  nothingChanged: 'Nothing would change: the account says all of this already.',
};
