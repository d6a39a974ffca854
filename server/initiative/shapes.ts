import { z } from 'zod';
import { line, lines, webAddress } from '../http/text.ts';

/** The shapes of what an initiative says, in its file and when it is changed. */

export const callText = line(300);
export const noteText = lines(2000);

export const gpusAtOnce = z
  .int()
  .min(1, 'must be at least 1')
  .max(10_000_000, 'must be at most 10 million');

export const recipient = z.strictObject({
  name: line(200),
  registration: line(200).optional(),
  country: line(100).optional(),
  taxStatus: line(200).optional(),
  refundPolicy: webAddress.optional(),
  privacyNotice: webAddress.optional(),
  contact: line(200).optional(),
});
