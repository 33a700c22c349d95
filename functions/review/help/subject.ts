const ID = '[0-9a-f]{32}'
const WORD = '[a-z][a-z_]{1,30}'

/** What somebody wants help about: an id of ours (an order, a verification, a case), or a word. Nothing else becomes part of a key. */
const SUBJECT = new RegExp(`^(?:${ID}(?:\\.${ID})?|${WORD})$`)

/** Whether a text is such a subject. */
export const isHelpSubject = (text: string): boolean => SUBJECT.test(text)
