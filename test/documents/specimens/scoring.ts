import type { CardRead, Recognition } from '../../../functions/documents/recogniser.ts'
import type { Cardholder } from '../../../local/specimens/cardholders.ts'
import type { Condition } from './conditions.ts'

/** Fields that are scored on a front. */
export const scored = ['idNumber', 'name', 'address', 'sex', 'nation', 'birth'] as const
export type Scored = (typeof scored)[number]
export type Score = Readonly<Record<Scored, number>>

/** Tuning is done on the first, and never looked at the second, which counts. */
export const SEEDS = { tuning: 1, scoring: 11 }

/** What was reached before, of twenty; facts/identity.md, 3.2. */
export const reached: Readonly<Record<Condition, Score>> = {
  clean: { idNumber: 20, name: 16, address: 20, sex: 20, nation: 20, birth: 20 },
  '500 px wide': { idNumber: 20, name: 16, address: 20, sex: 20, nation: 19, birth: 20 },
  'on a desk, 4°': { idNumber: 20, name: 16, address: 20, sex: 20, nation: 19, birth: 20 },
  '15°': { idNumber: 20, name: 16, address: 20, sex: 20, nation: 19, birth: 20 },
  'blur σ 1.2': { idNumber: 20, name: 16, address: 20, sex: 20, nation: 20, birth: 19 },
  'blur σ 2.5': { idNumber: 20, name: 14, address: 17, sex: 20, nation: 19, birth: 20 },
  'blur σ 4': { idNumber: 20, name: 8, address: 0, sex: 0, nation: 0, birth: 4 },
  'blur σ 6': { idNumber: 13, name: 0, address: 0, sex: 0, nation: 0, birth: 0 },
  'grain and dark': { idNumber: 20, name: 16, address: 17, sex: 20, nation: 20, birth: 19 },
  'right edge cut': { idNumber: 0, name: 16, address: 20, sex: 20, nation: 20, birth: 20 },
  'upside down': { idNumber: 20, name: 0, address: 0, sex: 0, nation: 0, birth: 0 },
}

/** Photos that cannot be used, and what they are to be refused as: that is right, and reading them would be luck. */
export const unusable: Readonly<Partial<Record<Condition, string>>> = {
  'blur σ 4': 'blurred',
  'blur σ 6': 'blurred',
  'right edge cut': 'border_incomplete',
}

const right = (card: CardRead, of: Cardholder): Record<Scored, boolean> => ({
  idNumber: card.side === 'front' && card.idNumber === of.idNumber,
  name: card.side === 'front' && card.name === of.name,
  address: card.side === 'front' && card.address === of.address,
  sex: card.side === 'front' && card.sex === (of.sex === '男' ? 'male' : 'female'),
  nation: card.side === 'front' && card.nation === of.nation,
  birth: card.side === 'front' && card.birth === of.idNumber.slice(6, 14),
})

/** Which fields of a front are exactly right; all of them where a photo that cannot be used is refused as what it is. */
export const rightOf = (came: Recognition, of: Cardholder, condition: Condition): Record<Scored, boolean> => {
  if (came.kind === 'read') return right(came.card, of)
  const isNamed = came.kind === 'refused' && came.because === unusable[condition]
  return { idNumber: isNamed, name: isNamed, address: isNamed, sex: isNamed, nation: isNamed, birth: isNamed }
}

/** How many of each were right. */
export const total = (of: readonly Record<Scored, boolean>[]): Score => {
  const count = (field: Scored): number => of.filter((one) => one[field]).length
  return {
    ...{ idNumber: count('idNumber'), name: count('name'), address: count('address') },
    ...{ sex: count('sex'), nation: count('nation'), birth: count('birth') },
  }
}
