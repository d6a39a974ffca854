/** Refusals of server/me and server/sign-up, in English. */
export const me = {};
