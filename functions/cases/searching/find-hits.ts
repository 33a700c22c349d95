import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Operator } from '../../audit/deed.ts'
import { findById } from './find-by-id.ts'
import type { NumberDeps } from './find-by-number.ts'
import type { Hit } from './hit.ts'

export type SearchDeps = NumberDeps & { table: Pick<Table, 'getMany' | 'list' | 'query' | 'commit' | 'update'> }

/** Who searches. `isCodeOld`: a person who has to show a code before a deed. */
export type Searcher = Operator & { seesPeople: boolean; isCodeOld?: boolean }

/**
 * Everything that a trimmed text names: any id of ours, of the platform's or of a channel's; or the accounts of a person by their exact
 * number, which is a deed. A text that is a number of a person is looked up as nothing else, so that it is part of no key. Refuses with `too_often`; whoever
 * may not see people with `right_missing`, and whose code is old with `step_up_needed`.
 */
export const findHits = async (deps: SearchDeps, by: Searcher, text: string): Promise<Outcome<Hit[]>> => {
  // What names of apps look like is a long list.
  const { formsOf, personalNumberIn } = await import('./search-text.ts')
  const number = personalNumberIn(text)
  if (!number) return ok(await findById(deps, formsOf(text)))
  if (!by.seesPeople) return refused('right_missing', { extra: { right: 'see_people' } })
  if (by.isCodeOld) return refused('step_up_needed')
  const { findByNumber } = await import('./find-by-number.ts')
  return findByNumber(deps, by, number)
}
