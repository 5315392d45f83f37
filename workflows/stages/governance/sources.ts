/** Where the rules of this stage come from. */
export const slipwayDefault = { title: 'Slipway default', assumed: true } as const;
export const cicGuidance = { title: 'Office of the Regulator of Community Interest Companies, guidance chapters, 2024', checkedOn: '2026-11-23' } as const;
export const cicRegulations = { title: 'Community Interest Company Regulations 2005', checkedOn: '2026-11-23' } as const;
export const conflicts = { title: 'NHS England, Managing conflicts of interest in the NHS', checkedOn: '2026-11-23' } as const;
export const mutuals = { title: 'GOV.UK, Introduction to public service mutuals', checkedOn: '2026-11-23' } as const;
export const nhsResolution = { title: 'NHS Resolution, guidance for social enterprises', checkedOn: '2026-11-23' } as const;
export const liability = { title: "GOV.UK, Employers' liability insurance", checkedOn: '2026-11-23' } as const;
export const careRegulation = { title: 'Health and Social Care Act 2008, section 10', checkedOn: '2026-11-23' } as const;
export const centralSurrey = { title: 'Conditions for the launch of Central Surrey Health, 2006', checkedOn: '2026-11-23' } as const;
export const mark = { title: 'Social Enterprise Mark, qualification criteria as published in 2010', checkedOn: '2026-11-23' } as const;
