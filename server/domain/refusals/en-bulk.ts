/** Refusals of server/bulk, in English. */
export const bulk = {};
