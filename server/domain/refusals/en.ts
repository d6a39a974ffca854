/** What each refusal says, in English. Another language is another catalogue of this shape. */
import { access } from './en-access.ts';
import { accounts } from './en-accounts.ts';
import { bank } from './en-bank.ts';
import { bulk } from './en-bulk.ts';
import { compute } from './en-compute.ts';
import { csv } from './en-csv.ts';
import { desk } from './en-desk.ts';
import { domain } from './en-domain.ts';
import { http } from './en-http.ts';
import { imports } from './en-import.ts';
import { initiative } from './en-initiative.ts';
import { look } from './en-look.ts';
import { me } from './en-me.ts';
import { payments } from './en-payments.ts';
import { pledges } from './en-pledges.ts';
import { rates } from './en-rates.ts';
import { signatories } from './en-signatories.ts';
import { warnings } from './en-warnings.ts';

export const en = {
  access,
  accounts,
  bank,
  bulk,
  compute,
  csv,
  desk,
  domain,
  http,
  imports,
  initiative,
  look,
  me,
  payments,
  pledges,
  rates,
  signatories,
  warnings,
};
