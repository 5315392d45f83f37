/**
 * Frozen. The person in new."by" is or ever was in the team of new.case_id, declared a part in the enterprise, or
 * sent the submission. Mirrors the rule of the law: advice and decisions come from people without a stake.
 */
export const isInsider = `
  exists (select 1 from memberships m where m.case_id = new.case_id and m.person_id = new."by"
    and m.role in ('lead', 'member', 'adviser', 'mentor'))
  or exists (select 1 from interests i where i.case_id = new.case_id and i.person_id = new."by"
    and i.kind in ('director', 'shareholder', 'employee'))
  or exists (select 1 from submissions s where s.id = new.submission_id and s.sent_by = new."by")`;
