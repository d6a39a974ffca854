/** Refusals of server/signatories, in English. */
export const signatories = {};
