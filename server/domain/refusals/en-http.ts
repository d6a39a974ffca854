/** Refusals of server/http, in English. */
export const http = {};
