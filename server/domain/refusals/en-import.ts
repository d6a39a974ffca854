export const imports = {
  tooLarge: 'is larger than 128 MiB',
  unreadable: 'cannot be read',
  notJson: (message: string) => `isn’t JSON: ${message}`,
  otherInitiative: 'This database already holds another initiative.',
  otherCurrency: 'differs from the currency here, which can’t change',
  changeAtDesk: (isOffered: boolean) =>
    `differs from what is here. Change ${isOffered ? 'the list at /admin/offered' : 'the initiative at /admin/initiative'}, or keep it by --keep-initiative (over HTTP ?keepInitiative=true)`,
  changedItem:
    'was imported before with other content, which can’t be changed. Correct a pledge by movements',
  signedHere: 'has already signed here',
  twice: (text: string) => `"${text}" appears twice`,
  noSignatory: (key: string) => `"${key}" is not the key of a signatory`,
  acceptFirst: 'must be accept for the first movement, and only for the first',
  acceptWhole: 'accepts the whole pledge: leave out the figure',
  outOfOrder: 'is before the day of the movement above',
};
