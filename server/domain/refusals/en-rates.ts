/** Refusals of server/rates, in English. */
export const rates = {};
