import type { core } from 'zod';

/** One schema issue as a sentence that names where it is: "In proposal, team, title-and-route, eoi.title, words: there must be a number here". */
export function issueInWords(issue: core.$ZodIssue, root: unknown): string {
  const keyed: string[] = [];
  let inside: string[] = [];
  let here: unknown = root;
  for (const step of issue.path) {
    here = typeof here === 'object' && here !== null ? (here as Record<PropertyKey, unknown>)[step] : undefined;
    const key = typeof here === 'object' && here !== null ? (here as Record<string, unknown>).key : undefined;
    inside.push(typeof step === 'number' ? `number ${step + 1}` : String(step));
    if (typeof key === 'string') {
      keyed.push(key);
      inside = [];
    }
  }
  return `In ${[...keyed, ...inside].join(', ') || 'the definition'}: ${complaint(issue)}`;
}

function complaint(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `there must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected} here`;
    case 'unrecognized_keys':
      return `${issue.keys.join(' and ')} is not known here`;
    case 'invalid_value':
      return `the value must be one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `there must be at least ${issue.minimum}`;
    case 'too_big':
      return `there must be at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'the value must be a date, like 2026-11-23' : issue.message;
    case 'custom':
      return issue.message;
    default:
      return 'the value has the wrong shape';
  }
}
