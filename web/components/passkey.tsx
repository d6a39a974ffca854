import type { ComponentChildren } from 'preact';
import { Actions, ErrorSummary, type FormState } from './form.tsx';
import { t } from '../words.ts';

export const PASSKEY_ISLAND = 'passkey.js';

export interface PasskeyFormProps {
  action: string;
  /** WebAuthn's options as JSON. */
  options: string;
  hidden: Record<string, string>;
  errors: FormState['errors'];
  submit: string;
  children?: ComponentChildren;
}

export const PasskeyForm = ({
  action,
  options,
  hidden,
  errors,
  submit,
  children,
}: PasskeyFormProps) => (
  <form class="form" method="post" action={action} data-passkey={options} novalidate>
    <ErrorSummary form={{ values: new Map(), errors }} labelOf={() => null} />
    {Object.entries({ ...hidden, passkey: '' }).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <noscript>
      <p class="ceremony">{t.passkey.noScript}</p>
    </noscript>
    <p class="ceremony" role="status" />
    <Actions text={submit}>{children}</Actions>
  </form>
);

export const RecoveryCodes = ({ codes, next }: { codes: readonly string[]; next: string }) => (
  <>
    <ol class="codes" aria-label={t.account.codes}>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
    <p class="actions">
      <a class="button" href={next}>
        {t.deskSignIn.codes.next}
      </a>
    </p>
  </>
);
