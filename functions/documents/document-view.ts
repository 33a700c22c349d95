import * as z from 'zod/mini'
import type { CardRead } from './recogniser.ts'

const day = z.nullable(z.string())

/** What stands on a side of a card, to be compared with what was typed and corrected there. What was not read is null. */
export const cardShown = z.strictObject({
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

export const showCard = (of: CardRead): z.infer<typeof cardShown> =>
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
