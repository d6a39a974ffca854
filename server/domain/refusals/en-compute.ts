/** Refusals of server/compute, in English. */
export const compute = {};
