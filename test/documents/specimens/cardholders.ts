import { people } from '../../../functions/sandbox/people.ts'
import { type Cardholder, cardholderOf } from '../../../local/specimens/cardholders.ts'

/** The first twenty people of the catalogue, whose characters the font has. */
export const cardholders = (seed: number): Cardholder[] =>
  people.slice(0, 20).map((person, at) => cardholderOf(person, seed * 1000 + at))
