import { describe } from 'vitest'
import type { Table } from '../../../shared/table/table.ts'
import { apartContract } from './apart.contract.ts'
import { commitsContract } from './commits.contract.ts'
import { conditionsContract } from './conditions.contract.ts'
import { keysContract } from './keys.contract.ts'
import { listsContract } from './lists.contract.ts'
import { readsContract } from './reads.contract.ts'
import { sizesContract } from './sizes.contract.ts'
import { writesContract } from './writes.contract.ts'

/** What every table must do; `open` gives an empty one. */
export const tableContract = (name: string, open: () => Promise<Table>): void => {
  describe(name, () => {
    readsContract(open)
    listsContract(open)
    keysContract(open)
    conditionsContract(open)
    writesContract(open)
    commitsContract(open)
    sizesContract(open)
    apartContract(open)
  })
}
