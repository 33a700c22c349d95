import { findHits } from '../../functions/cases/searching/find-hits.ts'
import type { Hit } from '../../functions/cases/searching/hit.ts'
import { valueIn } from '../kit.ts'
import { OPERATOR } from '../operator.ts'
import type { World } from '../world.ts'

/** What an operator finds. */
export const hitsOf = async (at: World, text: string): Promise<Hit[]> =>
  valueIn(await findHits(at, { ...OPERATOR, seesPeople: true }, text))

/** What was found, by kind and id. */
export const found = async (at: World, text: string): Promise<string[]> =>
  (await hitsOf(at, text)).map(({ kind, id }) => `${kind} ${id}`)
