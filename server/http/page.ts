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

/** A page for one person, or for one moment: no cache keeps it. */
export const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  sendHtml(reply, status, page, 'no-store');

/**
 * A step of a form. The reader's own browser keeps it for Back: for an answer to a POST that it may not store, a browser
 * would ask whether to send the form again.
 */
export const sendStep = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  sendHtml(reply, status, page, 'private, max-age=0');
