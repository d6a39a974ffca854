/** Refusals of server/payments, in English. */
export const payments = {};
