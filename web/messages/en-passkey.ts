/** What is said of a passkey while it is asked for: the script's own words, in English. */
export const passkey = {
  noScript:
    'Passkeys need JavaScript, and this browser does not run it here. Allow it for this page, and open the page again.',
  waiting: 'Follow what your browser or device asks for.',
  failed: {
    unsupported:
      'This browser knows no passkeys. Open this page in a current one, at its https address.',
    cancelledUse:
      'No passkey was used: it was cancelled, took too long, or there is none for this site on this device. Press the button again; a phone or a security key that has yours will do as well.',
    cancelledMaking:
      'No passkey was made: it was cancelled or took too long. Press the button again.',
    known:
      'This device has a passkey of yours for this site already. Use that one, or take another device or security key.',
    unable:
      'This device cannot keep a passkey that asks for a fingerprint, a face or a PIN. Set one up on it, or take another device or security key.',
    address:
      'A passkey belongs to the name of a site, and this page was opened under another one, or by a number. Open it at the address that the server calls its own.',
    other: 'The passkey gave no answer. Press the button again, or take another one.',
  },
};
