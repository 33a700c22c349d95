/** Documents whose number says by itself whether it can be one: 18 characters with region, birth date and check digit. */
export const numberedKinds = ['resident_id', 'residence_permit', 'permanent_resident_card'] as const
export type NumberedKind = (typeof numberedKinds)[number]

/** Real documents of which only the form of the number is known. No vendor is asked about one; a person has to look. */
export const unnumberedKinds = [
  'old_permanent_resident_card',
  'home_return_permit',
  'taiwan_permit',
  'exit_permit',
  'passport',
] as const
export type UnnumberedKind = (typeof unnumberedKinds)[number]

/** Whether a document's number says by itself whether it can be one. */
export const isNumbered = (document: NumberedKind | UnnumberedKind): document is NumberedKind =>
  numberedKinds.some((one) => one === document)

/** What a number can turn out to be that no machine can check: every vendor takes resident IDs. */
export type ReviewKind = UnnumberedKind | Exclude<NumberedKind, 'resident_id'>

/**
 * By the first form that fits a normalised number. Old permanent resident cards have three letters and twelve digits; permits with
 * which people of Hong Kong and Macao come home H or M, eight digits for life and two for the renewal, or since 2024 a second letter
 * where they are no Chinese nationals; those of people from Taiwan eight digits, the paper ones ten and a letter in brackets; permits
 * to leave for Hong Kong and Macao C, then eight digits or a letter and seven. Passports of all countries share what is left.
 */
const forms: readonly (readonly [UnnumberedKind, RegExp])[] = [
  ['old_permanent_resident_card', /^[A-Z]{3}\d{12}$/],
  ['home_return_permit', /^[HM](?:\d{8}|\d{10}|A\d{7})$/],
  ['taiwan_permit', /^(?:\d{8}|\d{10}\([A-Z]\))$/],
  ['exit_permit', /^C(?:\d{8}|[A-HJ-NP-Z]\d{7})$/],
  ['passport', /^[A-Z]{1,2}\d{7,10}$/],
]

/** Which document a normalised number looks like that has no check digit; undefined for none. */
export const unnumberedKind = (number: string): UnnumberedKind | undefined =>
  forms.find(([, form]) => form.test(number))?.[0]

/** 国办发〔2018〕81号, article 3: the whole address code of a residence permit, nothing below it. */
const PERMIT_REGIONS = new Set(['810000', '820000', '830000'])

/** Which document a number of 18 characters is of: permanent resident cards since 2023 begin with 9. */
export const numberedKind = (number: string): NumberedKind => {
  if (number.startsWith('9')) return 'permanent_resident_card'
  return PERMIT_REGIONS.has(number.slice(0, 6)) ? 'residence_permit' : 'resident_id'
}

/** Of which it can be by its mask, which shows the first character alone. */
export const kindsByMask = (masked: string): readonly NumberedKind[] => {
  if (masked.startsWith('9')) return ['permanent_resident_card']
  return masked.startsWith('8') ? ['residence_permit', 'resident_id'] : ['resident_id']
}
