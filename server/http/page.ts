import type { FastifyReply } from 'fastify';

const sendHtml = (
  reply: FastifyReply,
  status: number,
  page: string,
  cacheControl: string,
): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', cacheControl)
    .type('text/html; charset=utf-8')
    .send(page);

/** Sends a page of one person, or of one moment: nobody keeps it. */
export const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  sendHtml(reply, status, page, 'no-store');

/**
 * Sends a step of a form. Its reader's own browser keeps it, stale at once, for Back alone: of an
 * answer to a POST that it may not store a browser asks whether to send the form again, and shows
 * nothing.
 */
export const sendStep = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  sendHtml(reply, status, page, 'private, max-age=0');
