/** Whether the control of this name is one of those of a question. */
export const belongsTo = (name: string, question: string): boolean => name === question || name.startsWith(`${question}.`);
