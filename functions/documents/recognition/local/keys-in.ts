/** The characters that a dictionary file lists, one a line, blanks among them. */
export const keysIn = (file: string): string[] => file.replace(/\r?\n$/u, '').split(/\r?\n/u)
