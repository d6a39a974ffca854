/** Refusals of server/pledges, in English. */
export const pledges = {
  reasonMissing: 'is missing: say why the agreed pledge changes',
  reasonForAdmins: 'is for admins: leave it out',
};
