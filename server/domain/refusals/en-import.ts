/** Refusals of server/import, in English. */
export const imports = {};
