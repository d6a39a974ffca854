/** The version of the privacy notice that a sign-up consents to: web/messages/en-sign.ts has its words. */
export const NOTICE = '2026-12';
