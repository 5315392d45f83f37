import type { GroupWritten } from '../../definition.ts';
import { cicGuidance, cicRegulations, mutuals, slipwayDefault } from './sources.ts';

const withShares = ['cic-shares', 'cls', 'cbs', 'coop'];

/** The company, what holds its assets, who owns it and what staff control. */
export const ownership = {
  key: 'ownership',
  title: 'Company and ownership',
  sections: [
    {
      key: 'company-details',
      title: 'Company details',
      questions: [
        {
          key: 'gov.name', title: 'What is the name of the new organisation?', type: 'text', words: 15,
          why: 'The name goes on the register, the contract and every letter.', hint: 'Check that no one else has it',
          example: 'Harbour Lane Therapies CIC', rules: [{ check: 'cicNameEnding' }], source: cicGuidance,
        },
        {
          key: 'gov.company_no', title: 'What is its registration number?', type: 'text', words: 3, optional: true,
          hint: 'You need it before the transfer is authorised', why: 'Banks, regulators and the {commissioner} will ask for it.',
        },
        {
          key: 'gov.registered_date', title: 'When was it registered?', type: 'date', optional: true,
          rules: [{ check: 'dateInPast', params: { label: 'The registration date' } }],
        },
        { key: 'gov.registered_office', title: 'What is the registered office?', type: 'text', words: 30, optional: true, hint: 'A full address with a postcode' },
      ],
    },
    {
      key: 'asset-lock',
      title: 'Asset lock',
      intro:
        'An asset lock keeps what you own for the community. In a community interest company, assets may leave only at full ' +
        'value, to a named body with a lock, or for the community.',
      questions: [
        {
          key: 'gov.asset_lock', title: 'What kind of asset lock will you have?', type: 'choice', unknown: true,
          why: 'It answers the fear that someone could sell the service for private gain.',
          options: [
            { key: 'statutory', title: 'Set by law', hint: 'Every community interest company has this. A community benefit society can choose it' },
            { key: 'charity-law', title: 'Charity law', hint: 'For charities' },
            { key: 'in-articles', title: 'In our own articles or rules' },
            { key: 'none', title: 'None' },
          ],
          rules: [{ check: 'assetLockFitsForm' }, { check: 'assetLockThere' }, { check: 'lockBodyNamed' }],
          source: cicRegulations,
        },
        {
          key: 'gov.lock_body', title: 'Which body would get what is left if you close?', type: 'text', words: 20, optional: true,
          why: 'If you name it now, nobody has to argue later. The failure plan uses it too.',
        },
        { key: 'gov.lock_body_no', title: 'What is its registration number?', type: 'text', words: 3, optional: true },
        {
          key: 'gov.lock_body_type', title: 'What kind of body is it?', type: 'choice', optional: true,
          options: [
            { key: 'cic', title: 'Community interest company' },
            { key: 'charity', title: 'Charity' },
            { key: 'cio', title: 'Charitable incorporated organisation' },
            { key: 'society', title: 'Society with an asset lock' },
          ],
        },
      ],
    },
    {
      key: 'charges',
      title: 'Charges on assets',
      questions: [
        {
          key: 'gov.charges', title: 'Which assets will be security for a loan?', type: 'table', row: 'charge', minRows: 0, optional: true, notApplicable: true,
          why: 'An asset lock does not stop a lender from taking security, so it must be written down.',
          columns: [
            { key: 'asset', title: 'Asset', type: 'text', words: 15 },
            { key: 'lender', title: 'Lender', type: 'text', words: 10 },
            { key: 'amount', title: 'Loan', type: 'money', min: 0, total: true },
            { key: 'until', title: 'Until', type: 'date', optional: true },
          ],
          source: { title: 'CIC Regulator, information pack, 2016', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'dividends',
      title: 'Dividends',
      questions: [
        {
          key: 'gov.dividend_policy', title: 'Will you pay dividends?', type: 'choice', unknown: true,
          why: 'The public asks who gains when there is a surplus.',
          help:
            'A community interest company limited by guarantee, a charity or a community benefit society pays none. A community interest company ' +
            'limited by shares may pay 35% of distributable profits at most. Its articles say whether only bodies with an asset ' +
            'lock may get dividends, or others too.',
          options: [
            { key: 'none', title: 'No dividends' },
            { key: 'capped', title: 'Dividends with a cap' },
            { key: 'uncapped', title: 'Dividends with no cap' },
          ],
          rules: [{ check: 'dividendsFitForm' }],
          source: cicRegulations,
        },
        {
          key: 'gov.dividend_cap', title: 'What is the cap?', type: 'percent', unit: '% of distributable profits', hint: 'At most 35 for a community interest company',
          when: { question: 'gov.dividend_policy', is: ['capped'] },
          rules: [{ check: 'dividendUnderCap', params: { max: 35 } }],
          source: cicRegulations,
        },
        {
          key: 'gov.dividend_to', title: 'Who may get dividends?', type: 'choice', when: { question: 'gov.dividend_policy', is: ['capped', 'uncapped'] },
          options: [
            { key: 'locked-bodies', title: 'Only bodies with an asset lock' },
            { key: 'others-too', title: 'Other shareholders too' },
          ],
        },
      ],
    },
    {
      key: 'owners',
      title: 'Owners and members',
      questions: [
        {
          key: 'gov.ownership', title: 'Who will own it, and who will vote?', type: 'table', unknown: true,
          why: 'In a mutual, staff must have a real say.', hint: 'Each column adds up to 100. Enter 0 where there is none',
          help: 'If there are no shares, give each group\'s share of the members.',
          columns: [
            { key: 'share', title: 'Share owned (%)', type: 'percent', total: true },
            { key: 'votes', title: 'Share of votes (%)', type: 'percent', total: true },
          ],
          fixedRows: [
            { key: 'staff', title: 'Staff' },
            { key: 'users', title: 'Patients and service users' },
            { key: 'community', title: 'Community' },
            { key: 'parent', title: 'The {parent}' },
            { key: 'investors', title: 'Investors' },
          ],
          rules: [
            { check: 'columnAddsUpTo', params: { column: 'share', label: 'Shares owned', total: 100 } },
            { check: 'columnAddsUpTo', params: { column: 'votes', label: 'Shares of votes', total: 100 } },
          ],
          source: mutuals,
        },
      ],
    },
    {
      key: 'share-scheme',
      title: 'Staff share scheme',
      when: { question: 'gov.legal_form', is: withShares },
      questions: [
        {
          key: 'gov.share_scheme', title: 'Who may hold a share, and on what terms?', type: 'longText', words: 100, unknown: true, notApplicable: true,
          why: 'Staff need to know what a share means: a vote, money, or both.',
          example:
            'Every member of staff may hold 1 share after 3 months. It costs £1 and gives 1 vote. It pays nothing, and it ends when ' +
            'they leave.',
        },
        { key: 'gov.share_price', title: 'What does a share cost?', type: 'money', min: 0, unknown: true, notApplicable: true, hint: 'Past teams chose from 1p to £1' },
        {
          key: 'gov.share_uptake', title: 'What share of staff do you hope will hold one?', type: 'percent', unknown: true, notApplicable: true,
          hint: 'In Hull, 62% of staff held one some years later',
          source: { title: 'Employee Ownership Association, City Health Care Partnership case study', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'staff-control',
      title: 'Staff control',
      questions: [
        {
          key: 'gov.staff_appoint', title: 'Can staff members, as a group, appoint and remove directors?', type: 'yesNo', unknown: true,
          why: 'Staff control means more than being asked for a view.',
        },
        {
          key: 'gov.staff_control', title: 'Staff control', type: 'computed', computed: { name: 'staffControl', params: { votes: 25 } },
          why: 'It shows how your answers on votes, members and directors add up.',
          rules: [{ check: 'staffControlShown' }], source: slipwayDefault,
        },
      ],
    },
  ],
} satisfies GroupWritten;
