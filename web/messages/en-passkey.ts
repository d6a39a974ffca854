export const passkey = {
  noScript:
    'Passkeys need JavaScript, which is off for this page. Turn it on, then reload the page.',
  waiting: 'Follow what your browser or device asks for.',
  failed: {
    unsupported:
      'This browser doesn’t support passkeys here. Open this page in a current browser, at its https address.',
    cancelledUse:
      'No passkey was used. It was cancelled, took too long, or this device has none for this website. Press the button again. You can also use your phone or a security key.',
    cancelledMaking:
      'No passkey was made. It was cancelled or took too long. Press the button again.',
    known:
      'This device already has your passkey for this website. Use that one, or another device or security key.',
    unable:
      'This device has no fingerprint, face or PIN to protect a passkey. Set one up, or use another device or security key.',
    address:
      'A passkey works only at the website’s own address, and you opened this page at another one. Open it at the address in the server’s settings.',
    other: 'The passkey didn’t answer. Press the button again, or use another one.',
  },
};
