import type { CompanyAsked, CompanyField } from './checker.ts'
import { normaliseCompanyName } from './company-name.ts'
import { normaliseCreditCode } from './credit-code.ts'
import type { LicenceRead } from './licence-reader.ts'

/** Fields that a licence shows; whoever it names has no number on it. */
const shown = ['creditCode', 'companyName', 'legalRepresentative'] as const
type Shown = (typeof shown)[number]

/** How each is written where it is compared. */
const forms: Record<Shown, (text: string) => string> = {
  creditCode: normaliseCreditCode,
  companyName: normaliseCompanyName,
  legalRepresentative: (name) => name.replace(/\s/gu, ''),
}

/** So much of a name may have been read wrong, or not at all: one in so many characters, rounded down. */
const CHARACTERS_PER_MISREADING = 5

const misreadings = (one: string, other: string): number => {
  const [a, b] = [[...one], [...other]]
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  return a.filter((character, at) => character !== b[at]).length
}

/**
 * Which of what was typed does not stand on the licence, as far as that was read: what was not read is not blamed. Codes check themselves, so they
 * have to be the same; of a name of a company a reader may take one character in five for another, of a person none.
 */
export const unlikeLicence = (
  licence: LicenceRead,
  typed: Pick<CompanyAsked, Shown>,
): readonly Extract<CompanyField, Shown>[] =>
  shown.filter((field) => {
    const read = licence[field]
    if (read === undefined) return false
    const [one, other] = [forms[field](read), forms[field](typed[field])]
    if (field !== 'companyName') return one !== other
    return misreadings(one, other) > Math.floor([...other].length / CHARACTERS_PER_MISREADING)
  })
