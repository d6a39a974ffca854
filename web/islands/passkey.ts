/** Makes or uses a passkey when the form's button is pressed, and sends the form with the answer. */
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { passkey as t } from '../messages/en-passkey.ts';

type Options = PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON;
const isMaking = (options: Options): options is PublicKeyCredentialCreationOptionsJSON =>
  'user' in options;

/** Browsers tell little about failures, so that sites learn little. */
function wordsFor(error: unknown, making: boolean): string {
  const { name, cause } = error as Error;
  switch ((cause as Error | undefined)?.name ?? name) {
    case 'NotAllowedError':
    case 'AbortError':
      return making ? t.failed.cancelledMaking : t.failed.cancelledUse;
    case 'InvalidStateError':
      return t.failed.known;
    case 'ConstraintError':
    case 'NotSupportedError':
      return t.failed.unable;
    case 'SecurityError':
      return t.failed.address;
    default:
      return t.failed.other;
  }
}

const form = document.querySelector<HTMLFormElement>('form[data-passkey]');
const field = form?.querySelector<HTMLInputElement>('[name=passkey]');
const button = form?.querySelector<HTMLButtonElement>('button');
const status = form?.querySelector<HTMLElement>('[role=status]');

async function ask(): Promise<void> {
  if (!form || !field || !button || !status || button.ariaDisabled) return;
  const options = JSON.parse(form.dataset['passkey']!) as Options;
  const making = isMaking(options);
  if (!browserSupportsWebAuthn()) {
    status.textContent = t.failed.unsupported;
    return;
  }
  // A disabled button would lose the focus.
  button.ariaDisabled = 'true';
  status.textContent = t.waiting;
  try {
    const answer = making
      ? await startRegistration({ optionsJSON: options })
      : await startAuthentication({ optionsJSON: options });
    field.value = JSON.stringify(answer);
    form.submit();
  } catch (error) {
    status.textContent = wordsFor(error, making);
    button.ariaDisabled = null;
  }
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void ask();
});

// The browser's back button shows the page as it was left.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted || !button || !status) return;
  button.ariaDisabled = null;
  status.textContent = '';
});
