/**
 * Keys are random: each of them rewrote a page of their index, and the index of their age one more. Which there are, since
 * when and where, the hub keeps in mind; see answer-book.ts.
 */
export const answerKeys = `
DROP INDEX answers_by_key;
DROP INDEX answers_by_age;
`
