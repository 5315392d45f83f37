/** Where the rules of this stage come from. */
export const slipwayDefault = { title: 'Slipway default', assumed: true } as const;
const checkedOn = '2026-11-23';
export const tupe = (part: string) => ({ title: `TUPE Regulations 2006, ${part}`, checkedOn });
export const redundancyLaw = { title: 'Trade Union and Labour Relations (Consolidation) Act 1992, section 188', checkedOn } as const;
export const acasInformation = { title: 'Acas, Employee liability information', checkedOn } as const;
export const newFairDeal = { title: 'HM Treasury, Fair Deal for staff pensions, October 2013', checkedOn } as const;
export const nhsEmployers = { title: 'NHS Employers, New Fair Deal and access to the NHS Pension Scheme', checkedOn } as const;
export const contractPensions = { title: 'NHS Standard Contract, schedule 7 (Pensions)', checkedOn } as const;
export const staffTransfers = { title: 'Cabinet Office, Staff transfers in the public sector, 2013', checkedOn } as const;
export const partnershipForum = { title: 'Social Partnership Forum, staff transfer guide, 2021', checkedOn } as const;
export const newLaw = { title: 'Employment Rights Act 2025', checkedOn } as const;
export const unison = { title: 'UNISON health conference motion on ballots, 2010', checkedOn } as const;
export const kingsFund = { title: "The King's Fund, Social enterprise in health care, 2011", checkedOn } as const;
export const payrollScheme = { title: 'GOV.UK, Register as an employer' } as const;
export const liability = { title: "GOV.UK, Employers' liability insurance", checkedOn } as const;
