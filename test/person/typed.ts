import fc from 'fast-check'

/** The 17 digits with their check digit, by Horner's scheme instead of a table of weights. */
export const withCheckDigit = (digits: string): string => {
  const rest = [...digits].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0)
  return `${digits}${'0123456789X'[(12 - rest) % 11]}`
}

const days = fc.date({
  min: new Date(Date.UTC(1880, 0, 1)),
  max: new Date(Date.UTC(1899, 11, 31)),
  noInvalidDate: true,
})

/** A day of 1880 to 1899 as YYYYMMDD: nobody alive was born then. */
export const birthDays = days.map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''))

const sequences = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0'))

/** Right numbers of the given address codes. */
export const numbersOf = (...regions: string[]) =>
  fc
    .tuple(fc.constantFrom(...regions), birthDays, sequences)
    .map(([region, day, sequence]) => withCheckDigit(`${region}${day}${sequence}`))

/** Any code points at all, lone surrogates included; the library's own such strings take seconds to set up. */
export const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.integer({ min: 0, max: 0x7f })), { maxLength: 24 })
  .map((points) => String.fromCodePoint(...points))
