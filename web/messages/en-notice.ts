/** What a signatory consents to. Other words are another version: server/domain/notice.ts. */
export const notice = {
  title: 'What is kept, and who sees it',
  paragraphs: [
    'Kept and never shown: your e-mail address. It proves that the signature is yours, lets you sign in, and is written to about your signature and your pledge, for nothing else. A pledge’s note and purchase-order number are for the admins alone.',
    'Shown to everybody, if your signature is public: your name, and whatever of role, affiliation, web address, country and statement you give. If it is not, you are counted and nothing of this is shown.',
    'Shown of a pledge: what its visibility says. Amounts and GPU-hours are in a public ledger that is never changed, without names; what links an entry to you can be deleted, the entry itself cannot.',
    'Kept for 90 days and never shown: a scrambled mark of each network that you sign in from. If a stranger asks for too many emails to your address, you still get the ones that you ask for from there. Nobody can tell from the mark where you were.',
    'What is not confirmed is deleted after a week. Once you have confirmed, you can see what is kept, change it, and take your signature back.',
    'When you consent, the version of this notice and the time are kept with your signature.',
  ],
  version: (version: string): string => `Version ${version}.`,
  recipient: 'The recipient’s privacy notice',
  contact: (contact: string): string => `Questions, and requests to erase: ${contact}.`,
};
