import type { FastifyReply } from 'fastify';

/** Sends a page of one person, or of one moment: nobody keeps it. */
export const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page);
