import { source } from '../guidance/topic.ts';

/** Where the definitions come from. `ours`: no national definition was read, so the words are ours. */
export const FROM = {
  ours: source('Slipway definition, common practice'),
  sickness: source('NHS England Digital, NHS Sickness Absence Rates'),
  staffSurvey: source('NHS Employers, NHS Staff Survey'),
  waitingLists: source('NHS England, Community health services waiting lists'),
  urgentResponse: source(
    'NHS England, Urgent community response statistics, 2026',
    'https://www.england.nhs.uk/statistics/statistical-work-areas/2-hour-urgent-community-response/',
  ),
  wheelchairs: source(
    'NHS England, National Wheelchair Data Collection',
    'https://www.england.nhs.uk/statistics/statistical-work-areas/national-wheelchair/',
  ),
  talkingTherapies: source('NHS England, Mental health access and waiting time standards'),
  healthVisiting: source(
    'GOV.UK, Health visitor service delivery metrics 2024 to 2025, 4 November 2025',
    'https://www.gov.uk/government/statistics/health-visitor-service-delivery-data-for-2024-to-2025/health-visitor-service-delivery-metrics-2024-to-2025-statistical-commentary',
  ),
  healthVisiting2017: source(
    'GOV.UK, Health visitor service delivery metrics, quarter 1 of 2017 to 2018',
    'https://www.gov.uk/government/publications/health-visitor-service-delivery-metrics-2017-to-2018/statistical-commentary-health-visitor-service-delivery-metrics-quarter-1-2017-to-2018',
  ),
  healthyChild: source('GOV.UK, Healthy Child Programme annexes, 6 February 2026'),
  lookedAfterGuide: source('SpeakCase, guide to reviews of looked-after children. Not an official source'),
  lookedAfterProcedures: source(
    'Coventry Children\'s Services procedures, after the statutory guidance of March 2015',
    'https://coventrychildcare.proceduresonline.com/p_healthcare_assmt.htm',
  ),
  pressureUlcers: source('RCNi, article on the national definition of pressure ulcers, 2018'),
  friendsAndFamily: source('NHS England, Friends and Family Test question, 2020 wording'),
  socialCareOutcomes: source('NHS England Digital, Adult Social Care Outcomes Framework'),
} as const;
