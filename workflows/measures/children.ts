import type { MeasureWritten } from './measure.ts';
import { FROM } from './sources.ts';

const VISITING = 'Health visitor service delivery metrics';

/** Children and families: health visiting, school age and looked-after children. */
export const childrenMeasures: readonly MeasureWritten[] = [
  {
    code: 'CH01', version: 1, title: 'New birth visit within 14 days', category: 'access',
    definition: 'The share of babies a health visitor saw in person within 14 days of birth.',
    numerator: 'Babies visited in person within 14 days of birth', denominator: 'Babies who turned 30 days old in the quarter',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: VISITING, source: FROM.healthVisiting,
    anchor: { text: 'England: 85.2% within 14 days, and 98.0% by 30 days', on: '2024/25' },
    aboutPeople: true, quality: true,
  },
  {
    code: 'CH02', version: 1, title: '6 to 8 week review', category: 'access',
    definition: 'The share of babies who had their 6 to 8 week review on time.',
    numerator: 'Babies reviewed by 8 weeks', denominator: 'Babies who turned 8 weeks in the quarter',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: VISITING, source: FROM.healthVisiting,
    anchor: { text: 'England: each of the 4 reviews after birth was over 80%', on: '2024/25' },
    aboutPeople: true, quality: true,
  },
  {
    code: 'CH03', version: 1, title: '12-month review', category: 'access',
    definition: 'The share of children who had their 12-month review by the age of 12 months.',
    numerator: 'Children reviewed by 12 months', denominator: 'Children who turned 12 months in the quarter',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: VISITING, source: FROM.healthVisiting2017,
    anchor: { text: 'England: 74.6% by 12 months, and 82.6% by 15 months', on: 'quarter 1 of 2017/18' },
    caution: 'The same review is also counted by 15 months. Say which you use, and do not change it.', aboutPeople: true, quality: true,
  },
  {
    code: 'CH04', version: 1, title: '2 to 2 and a half year review', category: 'access',
    definition: 'The share of children who had their review by the age of 2 and a half.',
    numerator: 'Children reviewed by 2 and a half years', denominator: 'Children who turned 2 and a half in the quarter',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: VISITING, source: FROM.healthVisiting2017,
    anchor: { text: 'England: 75.7%', on: 'quarter 1 of 2017/18' },
    caution: 'Say how many of the reviews used the Ages and Stages Questionnaire (ASQ-3).', aboutPeople: true, quality: true,
  },
  {
    code: 'CH05', version: 1, title: 'Antenatal contact from 28 weeks', category: 'access',
    definition: 'The share of pregnant women who saw a health visitor at 28 weeks or later.',
    numerator: 'Women seen by the health visiting team at 28 weeks or later', denominator: 'Women who should be seen',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: VISITING, source: FROM.healthyChild,
    anchor: { text: '98%, at home, by a specialist public health nurse', on: '6 February 2026' },
    caution: 'The service depends on maternity services to say who is pregnant.', aboutPeople: true, quality: true,
  },
  {
    code: 'CH06', version: 1, title: 'First health assessment of looked-after children', category: 'access',
    definition: 'The share of children coming into care whose first health assessment was done within 20 working days.',
    numerator: 'First assessments done within 20 working days', denominator: 'First assessments due',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Log of looked-after children', source: FROM.lookedAfterGuide,
    caution: 'Check the 20 working days in the statutory guidance before you use it in a contract. It depends on the council saying in time who has come into care.',
    aboutPeople: true, quality: true,
  },
  {
    code: 'CH07', version: 1, title: 'Review health assessments of looked-after children', category: 'access',
    definition: 'The share of review health assessments done on time: every 6 months under 5, every year from 5.',
    numerator: 'Review assessments done on time', denominator: 'Review assessments due',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: 'Log of looked-after children', source: FROM.lookedAfterProcedures, aboutPeople: true, quality: true,
  },
  {
    code: 'CH08', version: 1, title: 'School-age vaccination uptake', category: 'patient-outcome',
    definition: 'The share of the children due one vaccine, such as HPV, who had it.',
    numerator: 'Children vaccinated', denominator: 'Children in the year group who should be offered it',
    unit: '%', direction: 'up', frequency: 'yearly', dataSource: 'ImmForm, the national vaccination return', source: FROM.ours,
    caution: 'Schools that give little access pull it down, whatever the team does.', aboutPeople: true, behavioural: true, quality: true,
  },
  {
    code: 'CH09', version: 1, title: 'Children weighed and measured at school', category: 'access',
    definition: 'The share of children who took part in the National Child Measurement Programme.',
    numerator: 'Children measured', denominator: 'Children in the school years it covers',
    unit: '%', direction: 'up', frequency: 'yearly', dataSource: 'National Child Measurement Programme', source: FROM.ours, aboutPeople: true, behavioural: true, quality: true,
  },
  {
    code: 'CH10', version: 1, title: 'Breastfeeding at 6 to 8 weeks', category: 'patient-outcome',
    definition: 'The share of babies who are breastfed, wholly or in part, at their 6 to 8 week review.',
    numerator: 'Babies breastfed wholly or in part', denominator: 'Babies due a 6 to 8 week review',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: 'Community Services Data Set (CSDS)', source: FROM.ours,
    caution: 'It differs a great deal between populations. Compare with your own past, not with other places.', aboutPeople: true, behavioural: true, quality: true,
  },
];
