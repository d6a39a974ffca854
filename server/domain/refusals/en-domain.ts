/** Refusals of server/domain, in English. */
export const domain = {};
