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

export const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  sendHtml(reply, status, page, 'no-store');

/** The reader's browser keeps a form's step for Back: without it, it would ask whether to send the form again. */
export const sendStep = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  sendHtml(reply, status, page, 'private, max-age=0');
