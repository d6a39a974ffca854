/** Refusals of server/desk, in English. */
export const desk = {};
