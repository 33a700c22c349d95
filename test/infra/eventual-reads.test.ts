import { expect, it } from 'vitest'
import { functions } from '../../infra/functions.ts'
import type { Purpose } from '../../infra/purpose.ts'
import { argued } from '../flows/eventual-reads.ts'

it('every function that may page through an index says why what it finds may be behind', () => {
  const paging = Object.entries<Purpose>(functions).flatMap(([name, { due, lists }]) => [
    ...(due ? [`${name} Query due`] : []),
    ...(lists ? [`${name} Query list`] : []),
  ])
  expect(Object.keys(argued).toSorted()).toEqual(paging.toSorted())
  for (const reason of Object.values(argued)) expect(reason.length).toBeGreaterThan(40)
})
