/** GPU-hours beside their H100-equivalents, in English; null when these are as many. */
export const hoursWords = (hours: string, equivalents: string | null): string =>
  equivalents === null
    ? `${hours} GPU-hours, as many H100-equivalents`
    : `${hours} GPU-hours, which are ${equivalents} H100-equivalent hours`;
