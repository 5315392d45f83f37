/**
 * The work before go-live. `weeks` is how long before the transfer it should start: our default, except where a
 * section says that a source names the time. A blocker must be done, or not needed, before anyone decides to go.
 */
export interface MobilisationTask {
  key: string;
  title: string;
  weeks: number;
  blocker?: true;
  /** Keys of the tasks that come first. */
  after?: readonly string[];
  /** What shows that it is done. */
  proof: string;
}

export interface Workstream {
  key: string;
  title: string;
  tasks: readonly MobilisationTask[];
}

const company: Workstream = {
  key: 'company',
  title: 'Company and money',
  tasks: [
    { key: 'company-formed', title: 'Form the company and adopt its articles', weeks: 20, blocker: true, proof: 'certificate' },
    {
      key: 'board-appointed', title: 'Appoint the board and lead executives',
      weeks: 24, blocker: true, after: ['company-formed'], proof: 'contracts',
    },
    {
      key: 'bank-account', title: 'Open the bank account and agree who approves payments',
      weeks: 14, blocker: true, after: ['company-formed'], proof: 'test payment',
    },
    { key: 'working-capital', title: 'Agree a loan facility or payment in advance', weeks: 12, proof: 'facility letter' },
    {
      key: 'tax', title: 'Settle value added tax, corporation tax and the ledgers',
      weeks: 12, after: ['company-formed'], proof: 'tax opinion',
    },
    {
      key: 'insurance', title: "Buy employers' liability, clinical negligence and other cover",
      weeks: 10, blocker: true, proof: 'certificates',
    },
    { key: 'opening-balance', title: 'Agree the opening balance sheet and cover for old debts', weeks: 4, proof: 'signed deed' },
  ],
};

const registration: Workstream = {
  key: 'registration',
  title: 'Registration and licence',
  tasks: [
    {
      key: 'cqc-prepared', title: 'Prepare to register: checks on people, statement of purpose, managers',
      weeks: 22, blocker: true, after: ['company-formed', 'board-appointed'], proof: 'application number',
    },
    {
      key: 'cqc-decided', title: 'Get the decision on registration with the Care Quality Commission',
      weeks: 16, blocker: true, after: ['cqc-prepared'], proof: 'notice of decision',
    },
    {
      key: 'provider-licence', title: 'Apply for the NHS provider licence, if you need one',
      weeks: 12, after: ['cqc-prepared'], proof: 'licence',
    },
  ],
};

const information: Workstream = {
  key: 'information',
  title: 'Codes and data protection',
  tasks: [
    {
      key: 'organisation-codes', title: 'Get NHS codes for the organisation and its sites',
      weeks: 12, blocker: true, after: ['company-formed'], proof: 'list of codes',
    },
    {
      key: 'data-toolkit', title: 'Meet the Data Security and Protection Toolkit, or have an agreed plan',
      weeks: 12, blocker: true, after: ['organisation-codes'], proof: 'published result',
    },
    {
      key: 'data-protection-fee', title: 'Pay the data protection fee, name an officer and publish privacy notices',
      weeks: 6, blocker: true, after: ['company-formed'], proof: 'registration number',
    },
    {
      key: 'data-agreements', title: 'Assess data risks and sign data sharing and records agreements',
      weeks: 12, blocker: true, proof: 'signed agreements',
    },
  ],
};

const systems: Workstream = {
  key: 'systems',
  title: 'Systems and devices',
  tasks: [
    { key: 'network-and-phones', title: 'Set up network, wireless, phones and moved numbers', weeks: 20, proof: 'circuit numbers' },
    {
      key: 'clinical-system', title: 'Set up the clinical system, move data and issue smartcards',
      weeks: 24, blocker: true, after: ['organisation-codes'], proof: 'signed user tests',
    },
    {
      key: 'nhs-mail', title: 'Open secure NHS email accounts and the directory',
      weeks: 10, blocker: true, after: ['organisation-codes', 'data-toolkit'], proof: 'list of accounts',
    },
    {
      key: 'national-services', title: 'Join national services: referrals, directory and data returns',
      weeks: 10, after: ['organisation-codes'], proof: 'test submission',
    },
    { key: 'devices', title: 'Move devices and software licences', weeks: 16, after: ['clinical-system'], proof: 'register' },
    {
      key: 'cyber-security', title: 'Secure the systems: sign-in, backups and an incident plan',
      weeks: 8, after: ['network-and-phones'], proof: 'test log',
    },
  ],
};

const buildings: Workstream = {
  key: 'buildings',
  title: 'Buildings and equipment',
  tasks: [
    {
      key: 'leases', title: 'Sign leases or licences, with landlord consent, upkeep and rates',
      weeks: 26, blocker: true, proof: 'signed leases',
    },
    {
      key: 'building-safety', title: 'Take on fire, water, asbestos and safety duties',
      weeks: 8, after: ['leases'], proof: 'risk assessments',
    },
    { key: 'equipment', title: 'List medical devices, upkeep and the loan store', weeks: 12, proof: 'register' },
  ],
};

const people: Workstream = {
  key: 'people',
  title: 'Staff, pay and pensions',
  tasks: [
    {
      key: 'pensions', title: 'Get NHS pension access and set up the scheme for new joiners',
      weeks: 26, blocker: true, after: ['company-formed'], proof: 'pension direction',
    },
    {
      key: 'payroll', title: 'Set up payroll and tax, and run it twice beside the old one',
      weeks: 12, blocker: true, after: ['company-formed', 'staff-information'], proof: 'differences report',
    },
    {
      key: 'staff-information', title: 'Receive and load staff records, contracts, handbook and policies',
      weeks: 4, blocker: true, proof: 'receipt',
    },
    { key: 'consultation-closed', title: 'Close and report the staff consultation', weeks: 5, blocker: true, proof: 'report' },
    {
      key: 'professional-checks', title: 'Check registrations, indemnity and revalidation',
      weeks: 8, after: ['staff-information'], proof: 'checked list',
    },
    { key: 'placements', title: 'Move student placements, research and apprenticeships', weeks: 12, proof: 'agreements' },
  ],
};

const contracts: Workstream = {
  key: 'contracts',
  title: 'Contracts and suppliers',
  tasks: [
    {
      key: 'contract-signed', title: 'Sign the service contract and track what it asks for first',
      weeks: 8, blocker: true, proof: 'signed contract',
    },
    { key: 'supplier-contracts', title: 'Move, assign or replace supplier contracts', weeks: 16, proof: 'one deed a contract' },
    {
      key: 'support-agreements', title: 'Sign agreements for support bought from the {parent}, with end dates',
      weeks: 12, proof: 'signed agreements',
    },
    {
      key: 'clinical-support', title: 'Sign agreements for tests, pharmacy, interpreting and transport',
      weeks: 12, proof: 'signed agreements',
    },
  ],
};

const care: Workstream = {
  key: 'care',
  title: 'Safe clinical care',
  tasks: [
    {
      key: 'clinical-governance', title: 'Adopt clinical policies, incident plan, safeguarding and infection control',
      weeks: 12, blocker: true, after: ['board-appointed'], proof: 'board minute',
    },
    {
      key: 'lead-roles', title: 'Register the lead roles: records, information risk, drugs, speaking up',
      weeks: 8, blocker: true, after: ['board-appointed'], proof: 'register',
    },
    {
      key: 'controlled-drugs', title: 'Get a controlled drugs licence, if you hold stock, and renew prescribing rules',
      weeks: 30, blocker: true, after: ['cqc-prepared'], proof: 'licence',
    },
    {
      key: 'medicines-supply', title: 'Open supply accounts for medicines and waste',
      weeks: 10, blocker: true, after: ['controlled-drugs'], proof: 'account numbers',
    },
    { key: 'emergency-plan', title: 'Write the emergency plan and the on-call rota', weeks: 8, proof: 'exercise report' },
  ],
};

const partners: Workstream = {
  key: 'partners',
  title: 'Patients and partners',
  tasks: [
    {
      key: 'public-information', title: 'Prepare patient letters, signs, website and phone scripts',
      weeks: 8, after: ['company-formed'], proof: 'approved pack',
    },
    { key: 'partners-told', title: 'Tell GPs, council, schools, Healthwatch and council scrutiny', weeks: 6, proof: 'log' },
    {
      key: 'waiting-lists', title: 'Move waiting lists and caseloads, and match open referrals',
      weeks: 6, after: ['clinical-system'], proof: 'counts that match',
    },
    { key: 'open-matters', title: 'Agree who handles open complaints, incidents and inquests', weeks: 6, proof: 'agreed list' },
  ],
};

const safeguards: Workstream = {
  key: 'safeguards',
  title: 'Benefits and failure plan',
  tasks: [
    { key: 'baselines-frozen', title: 'Freeze starting figures and test a month of measures', weeks: 8, proof: 'sample report' },
    { key: 'failure-plan-tested', title: 'Test the failure plan in an exercise', weeks: 8, proof: 'exercise report' },
  ],
};

const before = [company, registration, information, systems, buildings, people, contracts, care, partners, safeguards];

/** Everything that must come before the boards meet: every other blocker. */
const everyBlocker = before.flatMap((stream) => stream.tasks.filter((task) => task.blocker).map((task) => task.key));

const start: Workstream = {
  key: 'start',
  title: 'Go-live and first weeks',
  tasks: [
    {
      key: 'board-meetings', title: 'Hold the go-live board meetings: the {parent}, the {enterprise} and the {commissioner}',
      weeks: 3, blocker: true, after: everyBlocker, proof: 'minutes',
    },
    { key: 'first-day-help', title: 'Staff the help line, floor help and a 30-day problem log', weeks: 2, proof: 'rota' },
    {
      key: 'after-transfer', title: 'After transfer: confirm services, first pay, first invoice and first data return',
      weeks: -1, proof: 'checklist',
    },
  ],
};

export const WORKSTREAMS: readonly Workstream[] = [...before, start];
