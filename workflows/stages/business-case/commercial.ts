import type { GroupWritten } from '../../definition.ts';
import { slipwayDefault } from './lines.ts';

/** The commercial case: how the contract is awarded, shaped and guaranteed. */
export const commercial = {
  key: 'commercial',
  title: 'Contract and award',
  sections: [
    {
      key: 'award-route',
      title: 'Award route',
      questions: [
        {
          key: 'bc.award_route', title: 'How will the contract be awarded?', type: 'choice', unknown: true,
          why: 'One plan was stopped after a court challenge to the award route.',
          options: [
            { key: 'first-uncontested', title: 'First contract without a competition, under Right to Request', pathways: ['right-to-request'] },
            { key: 'negotiated', title: 'Agreed with the {commissioner} without a competition', pathways: ['right-to-provide'] },
            { key: 'direct-award-a', title: 'Direct award process A', pathways: ['public-service-mutual'] },
            { key: 'direct-award-b', title: 'Direct award process B', pathways: ['public-service-mutual'] },
            { key: 'direct-award-c', title: 'Direct award process C', pathways: ['public-service-mutual'] },
            { key: 'most-suitable', title: 'Most suitable provider process', pathways: ['public-service-mutual'] },
            { key: 'competitive', title: 'A competition' },
            { key: 'reserved', title: 'Competition reserved for public service mutuals', pathways: ['public-service-mutual'] },
            { key: 'subcontract', title: 'Subcontract from the {parent}' },
            { key: 'novation', title: 'Change of a contract the {parent} holds today' },
          ],
          rules: [
            {
              check: 'adviseWhen', severity: 'warn', pathways: ['public-service-mutual'],
              params: {
                is: ['direct-award-c'],
                message: 'Direct award C is for the provider that holds the contract now. A new organisation is normally not that provider. Get legal advice',
              },
            },
          ],
        },
        {
          key: 'bc.award_reason', title: 'Why is that route lawful here?', type: 'longText', catchesBenefits: true, words: 250, unknown: true,
          why: 'Someone will ask for the reasons, and they must be on record.', hint: 'Say who gave you legal advice, and when',
          example:
            'Our solicitor advised on 4 May that we are not the existing provider, so direct award C does not apply. ' +
            'The board plans the most suitable provider process, with a notice in June and a standstill of 8 working days.',
        },
      ],
    },
    {
      key: 'contract-shape',
      title: 'Contract shape',
      questions: [
        {
          key: 'bc.contract_years', title: 'How long will the first contract last?', type: 'decimal', unit: 'years', min: 0.5, max: 15, unknown: true,
          why: 'A short contract leaves little time to recover what you invest.',
          rules: [{ check: 'contractWithinPathway' }],
        },
        {
          key: 'bc.contract_value', title: 'What will your main contract pay each year?', type: 'money', min: 0, unknown: true, fullFormOnly: true,
        },
        {
          key: 'bc.payment_basis', title: 'How will you be paid?', type: 'choices', fullFormOnly: true, unknown: true, hint: 'Select all that apply',
          options: [
            { key: 'block', title: 'A fixed sum (block)' },
            { key: 'activity', title: 'A price for each contact or case' },
            { key: 'capitation', title: 'A sum for each person in the area' },
            { key: 'outcome', title: 'A part paid on results or quality' },
          ],
          rules: [{ check: 'adviseWhenOnly', params: { keys: ['block'],
            message: 'A fixed sum leaves the risk of rising demand with you. Test it below' } }],
        },
        {
          key: 'bc.key_terms', title: 'Which other terms matter to you?', type: 'longText', catchesBenefits: true, words: 200, fullFormOnly: true, unknown: true,
          hint: 'Staff, payment dates, price changes, early end',
        },
      ],
    },
    {
      key: 'who-bears-risk',
      title: 'Who bears which risk',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.risk_sharing', title: 'Who will carry each risk in the contract?', type: 'table', source: slipwayDefault, unknown: true,
          why: 'A risk nobody owns lands on the {commissioner}, who must keep essential services going.',
          fixedRows: [
            { key: 'demand', title: 'More patients than planned' },
            { key: 'pay', title: 'National pay awards' },
            { key: 'pension', title: 'Pension contribution changes' },
            { key: 'premises', title: 'Rent and repairs' },
            { key: 'legacy', title: 'Claims from before the move' },
            { key: 'end', title: 'Costs when the contract ends' },
          ],
          columns: [
            {
              key: 'holder', title: 'Who bears it', type: 'choice', options: [
                { key: 'enterprise', title: 'The {enterprise}' },
                { key: 'commissioner', title: 'The {commissioner}, your payer' },
                { key: 'parent', title: 'The {parent}, your employer today' },
                { key: 'shared', title: 'Shared' },
                { key: 'open', title: 'Not agreed yet' },
              ],
            },
            { key: 'terms', title: 'What is agreed', type: 'text', words: 40, optional: true },
          ],
        },
      ],
    },
    {
      key: 'guarantees',
      title: 'Bonds and guarantees',
      fullFormOnly: true,
      questions: [
        {
          key: 'fin.guarantee', title: 'Who stands behind the contract while you are new?', type: 'choice', unknown: true,
          why: 'A new organisation has no accounts to show, so approvers look for someone who stands behind it.',
          options: [
            { key: 'parent', title: 'The {parent}' },
            { key: 'commissioner', title: 'The {commissioner}' },
            { key: 'lender', title: 'A bank or social lender' },
            { key: 'none', title: 'Nobody' },
          ],
        },
        {
          key: 'fin.bond', title: 'Does anyone ask you for a bond?', type: 'yesNo', unknown: true,
          why: 'A bond is money a bank promises if you fail. One team is reported to have lost a large tender because it could not give one.',
        },
        {
          key: 'fin.bond_amount', title: 'How large is the bond?', type: 'money', min: 0, when: { question: 'fin.bond', is: ['yes'] },
        },
      ],
    },
  ],
} satisfies GroupWritten;
