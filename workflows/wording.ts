/** Words that promise without saying how much. */
export const VAGUE = /improv\w*|better|enhanc\w*|optimi\w*|world.class|where possible|as appropriate/i;
/** Words of staff absence, the measure people reach for first. */
export const ABSENCE = /sick|absence|days lost/i;

const CHANGE = /\b(fewer|less|lower|shorter|more|higher|faster|quicker|better|reduc\w*|increas\w*|improv\w*|cut\w*|halv\w*|doubl\w*|rais\w*)\b/i;
// "Falls" alone is more often what a figure does than what happens to a patient.
const COUNTED = /\b(waits?|waiting|sickness|absence|turnover|vacanc\w+|(?:fewer|patient|inpatient|of) falls|ulcers?|infections?|incidents?|complaints?|admissions?|readmissions?|attendances|appointments?|costs?|savings?)\b/i;

/** Whether a sentence promises two changes, or names two things to count, joined by "and". A range is one thing: "between 3 and 5". */
export function namesTwo(sentence: string): boolean {
  const parts = sentence.replace(/\bbetween\s+\S+\s+and\b/gi, '').split(/\band\b|\bas well as\b|\bplus\b|;/i);
  return [CHANGE, COUNTED].some((words) => parts.filter((part) => words.test(part)).length > 1);
}
