/** Refusals of server/initiative, in English. */
export const initiative = {};
