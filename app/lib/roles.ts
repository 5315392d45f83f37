import type { Role } from '#workflows/definition.ts';

/** What a role in a case is called on screen and in letters. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  lead: 'team lead',
  member: 'team member',
  adviser: 'adviser to the team',
  sponsor: 'approver',
  finance: 'finance reviewer',
  hr: 'workforce reviewer',
  quality: 'quality reviewer',
  legal: 'legal reviewer',
  secondLine: 'second line assurer',
  boardMember: 'board member',
  support: 'support unit',
  staffSide: 'staff side representative',
  mentor: 'mentor',
  auditor: 'auditor',
  admin: 'administrator',
};

export const roleInWords = (role: string): string => ROLE_WORDS[role as Role] ?? role;
