/** Those at a field follow its label. */
export const desk = {
  noBulk: 'There is no such decision on many signatures.',
  noRefund: 'There is no such refund.',
  noEvent: 'There is no such event.',
  emailGone: 'This email was sent or discarded in the meantime.',
  noSignatory: 'There is no such signatory.',
  noBatch: (batch: string) => `There is no batch ${batch}.`,
  fileMissing: 'is missing',
  figureMissing: 'is missing',
  windowsMissing: 'are missing: enter how many GPUs, for at least one period',
  onlyAcceptedMoves: (ref: string, status: string) =>
    `Pledge ${ref} is ${status}. Only an accepted pledge can be changed here.`,
  notACursor: 'must come from a link to the next page',
  notAReference: 'must be the reference of a pledge',
  notAnAsset: 'must be a currency or a GPU model',
  notAModel: 'must be a GPU model',
  endsBeforeItBegins: 'must not be before the first day',
};
