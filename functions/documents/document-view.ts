import * as z from 'zod/mini'
import { normaliseIdNumber } from '../person/id-number.ts'
import { isCommon } from './common-characters.ts'
import { compareName, nameComparisons } from './name-comparison.ts'
import type { CardRead } from './recogniser.ts'

/** How what was typed agrees with what was read; null of what was not typed, or not read. */
export const comparisonShown = z.strictObject({
  name: z.nullable(z.enum(nameComparisons)),
  idNumber: z.nullable(z.enum(['equal', 'different'])),
})

const day = z.nullable(z.string())

/** What stands on a side of a card, to be compared with what was typed and corrected there. What was not read is null. */
export const sideShown = z.strictObject({
  side: z.enum(['front', 'back']),
  name: z.nullable(z.string()),
  idNumber: z.nullable(z.string()),
  sex: z.nullable(z.enum(['female', 'male'])),
  nation: z.nullable(z.string()),
  /** YYYY-MM-DD. */
  birth: day,
  address: z.nullable(z.string()),
  authority: z.nullable(z.string()),
  validFrom: day,
  /** Null on a card that is valid for life, and on a front. */
  validUntil: day,
})

const dashed = (of: string | undefined): string | null =>
  of === undefined ? null : `${of.slice(0, 4)}-${of.slice(4, 6)}-${of.slice(6)}`

const nothing = {
  ...{ name: null, idNumber: null, sex: null, nation: null, birth: null, address: null },
  ...{ authority: null, validFrom: null, validUntil: null },
}

export const showCard = (of: CardRead): z.infer<typeof sideShown> =>
  of.side === 'front'
    ? {
        ...nothing,
        side: of.side,
        name: of.name ?? null,
        idNumber: of.idNumber,
        sex: of.sex,
        nation: of.nation ?? null,
        birth: dashed(of.birth),
        address: of.address ?? null,
      }
    : {
        ...nothing,
        side: of.side,
        authority: of.authority ?? null,
        validFrom: dashed(of.validFrom),
        validUntil: dashed(of.validUntil),
      }

/** What somebody typed; undefined where they did not. */
export type TypedOnCard = { name?: string | undefined; idNumber?: string | undefined }

export const showComparison = (of: CardRead, typed: TypedOnCard = {}): z.infer<typeof comparisonShown> => {
  if (of.side === 'back') return { name: null, idNumber: null }
  const isSame = typed.idNumber !== undefined && normaliseIdNumber(typed.idNumber) === of.idNumber
  return {
    name: typed.name && of.name ? compareName(typed.name, of.name, isCommon) : null,
    idNumber: typed.idNumber === undefined ? null : isSame ? 'equal' : 'different',
  }
}
