import type { PathwayKey, StageKey } from '../definition.ts';

export interface GuidanceSource {
  title: string;
  /** A public web address, or an Act or report that needs none. */
  address?: string;
  /** YYYY-MM-DD. */
  checkedOn: string;
}

export interface GuidanceSection {
  heading: string;
  paragraphs: string[];
  /** Follow the last paragraph, which leads them in. */
  bullets?: string[];
  /** Another page of ours, as a link under the section. */
  see?: { to: string; label: string };
}

/** A page of guidance. A topic about a stage or a pathway has its key. Texts hold no {labels}: they fit every case. */
export interface Topic {
  key: string;
  title: string;
  summary: string;
  forStages: StageKey[];
  forPathways?: PathwayKey[];
  /** Rests on law: its first sentence says that it is guidance, not legal advice. */
  legal?: true;
  sections: GuidanceSection[];
  sources: GuidanceSource[];
  checkedOn: string;
}

/** The day on which every source here was last read. */
export const CHECKED_ON = '2026-11-23';

export const source = (title: string, address?: string): GuidanceSource => ({ title, ...(address && { address }), checkedOn: CHECKED_ON });

/** The opening of a topic that rests on law. `rests` names the source: "the TUPE Regulations 2006". */
export const notAdvice = (rests: string): string => `This is guidance, not legal advice. It rests on ${rests}, which we checked on 23 November 2026.`;

/** Sources that several topics share. */
export const SOURCES = {
  nao: source('National Audit Office, Establishing social enterprises under the Right to Request Programme, HC 1088, 2011'),
  kingsFund: source('The King\'s Fund, Social enterprise in health care, 2011', 'https://www.kingsfund.org.uk/publications/social-enterprise-health-care'),
  mutual: source('GOV.UK, Start a public service mutual: the process', 'https://www.gov.uk/guidance/start-a-public-service-mutual-the-process'),
  tupe: source('TUPE Regulations 2006 (SI 2006/246)', 'https://www.legislation.gov.uk/uksi/2006/246'),
  acas: source(
    'Acas, Employee liability information',
    'https://www.acas.org.uk/tupe/advice-for-employers-and-employees/employee-liability-information',
  ),
  psr: source(
    'NHS England, The Provider Selection Regime: statutory guidance, April 2025',
    'https://www.england.nhs.uk/long-read/the-provider-selection-regime-statutory-guidance/',
  ),
  standstill: source(
    'NHS England, Provider Selection Regime: reviewing decisions during the standstill period',
    'https://www.england.nhs.uk/long-read/provider-selection-regime-reviewing-decisions-during-the-standstill-period/',
  ),
  procurement: source('Procurement Act 2023, section 33', 'https://www.legislation.gov.uk/ukpga/2023/54/section/33'),
  cic: source(
    'GOV.UK, Community interest companies guidance',
    'https://www.gov.uk/government/publications/community-interest-companies-how-to-form-a-cic/community-interest-companies-guidance-chapters',
  ),
  fairDeal: source('NHS Employers, New Fair Deal and access', 'https://www.nhsemployers.org/pay-pensions-and-reward/pensions/nhs-pension-scheme/new-fair-deal-and-access'),
  designate: source('GOV.UK, Commissioner requested services: how to designate them'),
  ours: source('Slipway defaults'),
} as const;
