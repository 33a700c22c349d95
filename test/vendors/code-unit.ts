import fc from 'fast-check'

/** Any UTF-16 code unit, halves of pairs too. fast-check's own `binary` takes a second to make its table of all code points. */
export const codeUnit = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code))
