import type { Answer } from 'shiming-client'
import { asciiFolded } from '../../../functions/person/typed-digits.ts'

/** How many points an order may have, and what one costs. */
export type PointsOffered = Answer<'GET /v1/offers'>['points']

/** What is asked of somebody who recharges: an amount of the usual ones, or `other` with one of their own. */
export type PointsForm = { choice: string; other: string }

const USUAL: readonly number[] = [1000, 5000, 10_000]

/** The usual amounts that may be ordered. */
export const usualPoints = ({ min, max }: Pick<PointsOffered, 'min' | 'max'>): number[] =>
  USUAL.filter((points) => points >= min && points <= max)

/** The points that a form asks for; undefined where that is no whole number that may be ordered. */
export const pointsIn = (
  { choice, other }: PointsForm,
  { min, max }: Pick<PointsOffered, 'min' | 'max'>,
): number | undefined => {
  const digits = choice === 'other' ? asciiFolded(other).replace(/[\s,]/g, '') : choice
  const points = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
  return points >= min && points <= max ? points : undefined
}
