/** The title of a page of a case, as its meta gives it. Without the case, when the page failed, only the product's name. */
export const titled = (page: string | undefined, caseTitle: string | undefined): { title: string }[] =>
  [{ title: page === undefined || caseTitle === undefined ? 'Slipway' : `${page} - ${caseTitle} - Slipway` }];
